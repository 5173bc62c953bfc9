package dev.shuttle.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Calibration;
import dev.shuttle.loom.design.MixingLaw;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.recipe.CalibrationFile;
import dev.shuttle.report.Report;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Http;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A calibration that an uploaded ticket names. */
class CalibrationTest {
    @TempDir
    private Path root = Path.of("");

    private Path calibrations() throws IOException {
        Path folder = Files.createDirectories(root.resolve("calibrations"));
        Calibration wool = new Calibration(
                "wool",
                StructureKind.TAQUETE,
                new MixingLaw(1.3, 2),
                0.8,
                Map.of(Rgb.parse("#b4182a"), new Lab(30, 40, 20)),
                new Calibration.Quality(12, 6.5, 1.2, 1.9));
        Files.write(folder.resolve("wool.json"), CalibrationFile.written(wool));
        return folder;
    }

    @Test
    void itPredictsTheColoursOrRefusesThePictureInWords() throws IOException {
        Map<String, String> settings = Map.of(
                "shuttle.preset",
                "faithful",
                "shuttle.calibrations",
                calibrations().toString());
        try (Rig rig = Rig.serving(root.resolve("mill"), Map.of(), settings)) {
            Http http = rig.http();
            byte[] picture = Pictures.png(2);

            HttpResponse<byte[]> good = http.compose(
                    "good.png", picture, Map.of("ticket", "structure: taquete\nwefts: 3\ncalibration: wool\n"));
            HttpResponse<byte[]> other =
                    http.compose("other.png", picture, Map.of("ticket", "structure: lampas\ncalibration: wool\n"));
            HttpResponse<byte[]> gone =
                    http.compose("gone.png", picture, Map.of("ticket", "structure: taquete\ncalibration: gone\n"));

            assertThat(good.statusCode()).isEqualTo(200);
            Report report = rig.folder().results().stream()
                    .map(Folder::report)
                    .filter(one -> one.source().name().equals("good.png"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Objects.requireNonNull(
                                    Objects.requireNonNull(report.loom()).calibration())
                            .name())
                    .isEqualTo("wool");
            assertThat(other.statusCode()).isBetween(400, 499);
            assertThat(new String(other.body(), UTF_8))
                    .contains("wool was measured on taquete", "another structure", "calibration: none");
            assertThat(gone.statusCode()).isBetween(400, 499);
            assertThat(new String(gone.body(), UTF_8)).contains("there is none called gone", "wool");
        }
    }
}
