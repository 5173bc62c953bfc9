package dev.shuttle.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shuttle.Shuttle;
import dev.shuttle.rig.Pictures;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/shuttle}, in an installation of its own. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    private static Path installation = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    private final Map<String, String> environment = new HashMap<>();

    private static Path home() {
        return installation.resolve("shuttle-0.1.0");
    }

    @BeforeAll
    static void install() throws IOException {
        Path bin = Files.createDirectories(home().resolve("bin"));
        Path lib = Files.createDirectories(home().resolve("lib"));
        Files.copy(Path.of("bin/shuttle"), bin.resolve("shuttle"));
        Path routes = Files.createDirectories(home().resolve("routes"));
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            for (Path file : files.toList()) {
                Files.copy(file, routes.resolve(file.getFileName()));
            }
        }
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path jar = Path.of(entry);
            if (Files.isRegularFile(jar)) {
                link(jar, lib.resolve(jar.getFileName()));
                jars.add("lib/" + jar.getFileName());
            }
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Shuttle.class.getName());
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", jars));
        try (OutputStream file = Files.newOutputStream(home().resolve("shuttle.jar"));
                JarOutputStream jar = new JarOutputStream(file, manifest);
                Stream<Path> classes = Files.walk(Path.of("target/classes"))) {
            classes.skip(1).sorted().forEach(each -> add(each, jar));
        }
    }

    private static void link(Path jar, Path name) throws IOException {
        try {
            Files.createLink(name, jar);
        } catch (FileAlreadyExistsException twice) {
            // Two libraries of one name: the class path has the first.
        } catch (IOException otherFileSystem) {
            Files.copy(jar, name);
        }
    }

    private static void add(Path file, JarOutputStream jar) {
        try {
            String name = Path.of("target/classes").relativize(file).toString();
            boolean isFolder = Files.isDirectory(file);
            jar.putNextEntry(new JarEntry(isFolder ? name + "/" : name));
            if (!isFolder) {
                Files.copy(file, jar);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No archive is written beside a test that does not wait for it. */
    @BeforeEach
    void keepsNoArchive() throws IOException {
        environment.put(
                "XDG_CACHE_HOME", Files.createFile(folder.resolve("no folder")).toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
    }

    private record Ended(int code, String err) {}

    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Ended run(Path launcher, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        int code = start(command).waitFor();
        return new Ended(code, Files.readString(folder.resolve("err")));
    }

    private static Path launcher() {
        return home().resolve("bin/shuttle");
    }

    private Path picture(String name) throws IOException {
        return Files.write(folder.resolve(name), Pictures.encoded(Pictures.picture(7, 96, 80), "png"));
    }

    private void keepsArchives() {
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    }

    private void archived() {
        await().atMost(LONG).until(() -> {
            List<String> names = files("cache/shuttle");
            return names.size() == 1 && names.get(0).endsWith(".jsa");
        });
    }

    private List<String> files(String name) throws IOException {
        Path there = folder.resolve(name);
        if (!Files.isDirectory(there)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(there)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void itIsFoundThroughALinkAndPassesEveryArgumentAsItIs() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("shuttle"), launcher());
        picture("two  blanks * and $HOME.png");

        Ended ended = run(link, "convert", "-k", "4", "-o", "a b.png", "two  blanks * and $HOME.png");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(folder.resolve("a b.png")).isNotEmptyFile();
    }

    @Test
    void theSecondStartTakesItsClassesFromAnArchiveAndMakesTheSame() throws Exception {
        keepsArchives();
        picture("peony.png");
        run(launcher(), "convert", "-k", "4", "-o", "first.png", "peony.png");
        archived();

        environment.put("JAVA_OPTS", "-Xlog:class+load:file=" + folder.resolve("classes.log"));

        Ended second = run(launcher(), "convert", "-k", "4", "-o", "second.png", "peony.png");

        assertThat(second.code()).isZero();
        assertThat(folder.resolve("second.png")).hasSameBinaryContentAs(folder.resolve("first.png"));
        assertThat(Files.readString(folder.resolve("classes.log")))
                .contains("dev.shuttle.cli.ConvertRunner source: shared objects file");
    }

    @Test
    void anArchiveThatIsNoneIsIgnoredWithoutAWord() throws Exception {
        keepsArchives();
        picture("peony.png");
        run(launcher(), "convert", "-k", "4", "-o", "first.png", "peony.png");
        archived();
        for (String name : files("cache/shuttle")) {
            Path archive = folder.resolve("cache/shuttle").resolve(name);
            Files.delete(archive);
            Files.writeString(archive, "no archive");
        }

        Ended second = run(launcher(), "convert", "-k", "4", "-o", "-", "peony.png");

        assertThat(second.err()).isEmpty();
        assertThat(second.code()).isZero();
        assertThat(Files.readAllBytes(folder.resolve("out")))
                .isEqualTo(Files.readAllBytes(folder.resolve("first.png")));
    }

    @Test
    void whereNothingCanBeKeptItStartsWithoutAnArchive() throws Exception {
        picture("peony.png");

        Ended ended = run(launcher(), "convert", "-k", "4", "-o", "peony-4.png", "peony.png");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
    }

    @Test
    void aMistakeHasTheProgramsExitCodeAndLeavesNoArchive() throws Exception {
        keepsArchives();
        Ended ended = run(launcher(), "convert", "missing.png");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("missing.png is not a file");
        await().atMost(LONG).until(() -> files("cache/shuttle").isEmpty());
    }

    @Test
    void withoutJavaItSaysWhatToDo() throws Exception {
        environment.put("JAVA_HOME", folder.toString());

        Ended ended = run(launcher(), "presets");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .isEqualTo("shuttle: there is no Java at " + folder
                        + "/bin/java: set JAVA_HOME to a JDK of 17 or newer\n");
    }

    @Test
    void anOldJavaIsNamed() throws Exception {
        Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(folder.resolve("jdk/release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"11.0.2\"\n", UTF_8);
        environment.put("JAVA_HOME", folder.resolve("jdk").toString());

        Ended ended = run(launcher(), "presets");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("is Java 11: set JAVA_HOME to a JDK of 17 or newer");
    }

    @Test
    void beforeTheBuildItSaysHowToBuild() throws Exception {
        Path copy = Files.createDirectories(folder.resolve("elsewhere/bin")).resolve("shuttle");
        Files.copy(launcher(), copy);

        Ended ended = run(copy, "presets");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("there is no shuttle.jar in").contains("mvn -q -DskipTests package");
    }

    @Test
    void aSignalReachesTheService() throws Exception {
        Process service = start(List.of(launcher().toString(), "run", "--set", "shuttle.http.port=0"));
        await().atMost(LONG).until(() -> Files.readString(folder.resolve("err")).contains("watching"));

        service.destroy();

        assertThat(service.waitFor()).isEqualTo(143);
        assertThat(service.descendants()).isEmpty();
    }
}
