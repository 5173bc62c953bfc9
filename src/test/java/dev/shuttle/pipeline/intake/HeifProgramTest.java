package dev.shuttle.pipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.shuttle.loom.image.ForeignFormat;
import dev.shuttle.loom.image.PictureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program is bounded, sees no secret, and leaves nothing half written. */
@DisabledOnOs(OS.WINDOWS)
class HeifProgramTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void whatItWritesAppearsUnderItsName() throws Exception {
        Path png = folder.resolve("picture.png");

        program("cp \"$1\" \"$2\"", Duration.ofSeconds(20)).decode(ForeignFormat.HEIC, picture(), png);

        assertThat(png).hasContent("heic");
        assertThat(files()).containsExactlyInAnyOrder("picture.png", "picture.heic", "program");
    }

    @Test
    void whereItFailsTheUserIsToldWhatToDoAndNothingIsLeft() throws Exception {
        PictureException refusal = refused(program("echo half > \"$2\"; exit 3", Duration.ofSeconds(20)));

        assertThat(refusal.message()).startsWith("this is a HEIC picture").endsWith("could not read it");
        assertThat(refusal.hint()).contains("JPEG");
        assertThat(files()).containsExactlyInAnyOrder("picture.heic", "program");
    }

    @Test
    void whatHangsIsEnded() throws Exception {
        Path pid = folder.resolve("pid");
        PictureException refusal = refused(program("echo $$ > " + pid + "; exec sleep 600", Duration.ofMillis(300)));

        assertThat(refusal.message()).contains("took longer");
        long id = Long.parseLong(Files.readString(pid).strip());
        await().until(() ->
                ProcessHandle.of(id).map(process -> !process.isAlive()).orElse(true));
    }

    @Test
    void whatWritesWithoutEndIsEnded() throws Exception {
        PictureException refusal = refused(program("exec cat /dev/zero > \"$2\"", Duration.ofMinutes(5)));

        assertThat(refusal.message()).contains("shuttle.max-pixels");
        assertThat(files()).containsExactlyInAnyOrder("picture.heic", "program");
    }

    @Test
    void itSeesOnlyWhatAProgramNeedsOfTheEnvironment() throws Exception {
        Path png = folder.resolve("picture.png");

        program("env | sed 's/=.*//' > \"$2\"", Duration.ofSeconds(20)).decode(ForeignFormat.HEIC, picture(), png);

        assertThat(Files.readAllLines(png))
                .contains("PATH")
                .isSubsetOf("PATH", "LANG", "LC_ALL", "TMPDIR", "PWD", "SHLVL", "_", "OLDPWD");
    }

    @Test
    void withoutAProgramTheHintNamesOne() throws Exception {
        PictureException none = refused(new HeifProgram("", 100, Duration.ofSeconds(1)));
        PictureException missing =
                refused(new HeifProgram(folder.resolve("no-such-program").toString(), 100, Duration.ofSeconds(1)));

        assertThat(none.hint()).contains("libheif-examples", "shuttle.heif-program", "Most Compatible");
        assertThat(missing.message()).contains("there is no program");
    }

    private PictureException refused(HeifProgram program) throws IOException {
        Path picture = picture();
        return catchThrowableOfType(
                PictureException.class,
                () -> program.decode(ForeignFormat.HEIC, picture, folder.resolve("picture.png")));
    }

    private Path picture() throws IOException {
        return Files.writeString(folder.resolve("picture.heic"), "heic");
    }

    private HeifProgram program(String script, Duration patience) throws IOException {
        Path file = Files.writeString(folder.resolve("program"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return new HeifProgram(file.toString(), 1_000_000, patience);
    }

    private String[] files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toArray(String[]::new);
        }
    }
}
