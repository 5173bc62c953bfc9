package dev.shuttle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shuttle.emulator.Emulator;
import dev.shuttle.report.Loom;
import dev.shuttle.report.Report;
import dev.shuttle.report.State;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import dev.shuttle.rig.TestCloud;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A phone's picture, made and decoded by libheif's own programs; skipped where they are not installed. */
class HeifTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private java.nio.file.Path root;

    @Test
    void aPhonesPictureGoesThroughTheCloudAndKeepsItsBytes() throws Exception {
        byte[] heic = heic();
        try (Emulator cloud = TestCloud.start();
                Rig rig = Rig.start(root.resolve("site"), cloud, Map.of("shuttle.preset", "faithful"))) {
            Report report = rig.drop("IMG_0001.HEIC", heic).report();

            assertThat(report.state()).isEqualTo(State.DONE);
            assertThat(report.path()).isEqualTo(Road.EMULATED);
            assertThat(report.source().format()).isEqualTo("heic");
            Loom loom = Objects.requireNonNull(report.loom());
            assertThat(loom.ends()).isEqualTo(96);
            assertThat(loom.lines()).isEqualTo(64);
            assertThat(rig.folder().results().get(0).resolve("source.heic")).hasBinaryContent(heic);
        }
    }

    @Test
    void withoutAProgramItIsRejectedWithAWord() throws Exception {
        byte[] heic = heic();
        try (Rig rig = Rig.start(root.resolve("site"), null, Map.of("shuttle.heif-program", ""))) {
            Report report = rig.drop("IMG_0001.HEIC", heic).report();

            assertThat(report.state()).isEqualTo(State.REJECTED);
            assertThat(Objects.requireNonNull(report.problem()).message()).contains("HEIC");
            assertThat(Objects.requireNonNull(report.problem()).hint()).contains("JPEG");
        }
    }

    private byte[] heic() throws IOException, InterruptedException {
        java.nio.file.Path png = root.resolve("a.png");
        java.nio.file.Path heic = root.resolve("a.heic");
        Files.write(png, Pictures.encoded(Pictures.picture(5, 96, 64), "png"));
        assumeTrue(
                run("heif-convert", "--help") && run("heif-enc", png.toString(), "-o", heic.toString()),
                "libheif's programs are not installed");
        return Files.readAllBytes(heic);
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0 || command.length == 2;
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
