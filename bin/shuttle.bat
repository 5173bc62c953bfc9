@echo off
rem Starts Shuttle on Windows as bin/shuttle does elsewhere. NOT TRIED on Windows yet: java -jar shuttle.jar is the way that is.
setlocal
set "home=%~dp0.."
set "jar=%home%\shuttle.jar"
if not exist "%jar%" set "jar=%home%\target\shuttle.jar"
if not exist "%jar%" (
    echo shuttle: there is no shuttle.jar in %home% or %home%\target; build it there: mvn -q -DskipTests package 1>&2
    exit /b 2
)
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"

rem A command is over before the optimizing compiler has earned what it costs; a service lives long.
set "classes=command"
set "jvm=-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
if "%~1"=="" set "classes=service"
if "%~1"=="run" set "classes=service"
if "%~1"=="emulator" set "classes=service"
if "%classes%"=="service" set "jvm=-XX:+ExitOnOutOfMemoryError"
if "%~1"=="demo" set "classes=demo"
if "%~1"=="convert" set "classes=convert"

rem Of the class-data archive of this jar; Java ignores one that does not fit.
set "cache=%LOCALAPPDATA%\shuttle"
for %%F in ("%jar%") do set "stamp=%%~zF%%~tF"
set "stamp=%stamp:/=%"
set "stamp=%stamp::=%"
set "stamp=%stamp: =%"
set "stamp=%stamp:.=%"
set "archive=%cache%\%classes%-%stamp%.jsa"
set "share="
if exist "%archive%" set share=-Xlog:disable -Xlog:all=error:stderr -XX:SharedArchiveFile="%archive%"
if not exist "%archive%" if defined LOCALAPPDATA (
    mkdir "%cache%" 2>nul
    set share=-XX:DumpLoadedClassList="%archive%.list"
)
"%java%" %share% %jvm% -XX:MaxRAMPercentage=60 %JAVA_OPTS% -jar "%jar%" %*
set "code=%errorlevel%"
if %code%==0 if not exist "%archive%" if exist "%archive%.list" (
    "%java%" -Xshare:dump -Xlog:disable -XX:+UseSerialGC -XX:SharedClassListFile="%archive%.list" -XX:SharedArchiveFile="%archive%" -cp "%jar%" >nul 2>&1
    del "%archive%.list"
)
exit /b %code%
