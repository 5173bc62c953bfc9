package dev.shuttle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Calibration;
import dev.shuttle.loom.design.MixingLaw;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.recipe.CalibrationFile;
import dev.shuttle.report.Loom;
import dev.shuttle.report.Report;
import dev.shuttle.rig.Folder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A blanket is woven, measured and read back; a recipe that names the calibration predicts by it. */
class CalibrateCommandTest {
    private static final String CLOTH = """
            palette: ['#f3ead3', '#b4182a', '#1e3f6e']
            fabric: {ends_per_cm: 8, picks_per_cm: 8}
            structure: taquete
            wefts: 3
            """;

    @TempDir
    private Path root = Path.of("");

    private final StringWriter said = new StringWriter();

    private int shuttle(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--set");
        all.add("shuttle.calibrations=" + root.resolve("calibrations"));
        return ShuttleCommand.execute(new PrintWriter(said, true), all.toArray(String[]::new));
    }

    /** The blanket's own table with all patches a third darker than expected. */
    private Path measured(Path blanket) throws IOException {
        List<String> lines = Files.readAllLines(blanket.resolve("tapestry-blanket.patches.csv"));
        List<String> filled = new ArrayList<>(List.of(lines.get(0)));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            double lightness = Double.parseDouble(cells[9]) * 0.67;
            filled.add(line.substring(0, line.length() - 3) + lightness + "," + cells[10] + "," + cells[11] + ",D65/2");
        }
        return Files.write(root.resolve("wool.patches.csv"), filled);
    }

    private Path picture() throws IOException {
        BufferedImage image = new BufferedImage(60, 60, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < 3600; at++) {
            image.setRGB(at % 60, at / 60, at % 60 < 20 ? 0xf3ead3 : at % 60 < 40 ? 0xb4182a : 0x1e3f6e);
        }
        Path file = root.resolve("flag.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private Report converted(String ticket, String folder) throws IOException {
        Path file = Files.writeString(root.resolve(folder + ".yaml"), ticket);
        Path out = root.resolve(folder);
        int code = shuttle(
                "convert", picture().toString(), "-p", "faithful", "--ticket", file.toString(), "-o", out.toString());
        assertThat(code).as(said.toString()).isZero();
        return Folder.report(out);
    }

    @Test
    void whatWasMeasuredIsPredicted() throws IOException {
        Path ticket = Files.writeString(root.resolve("blanket.yaml"), CLOTH);
        Path blanket = root.resolve("blanket");
        assertThat(shuttle(
                        "convert",
                        "--blanket",
                        "-p",
                        "tapestry",
                        "--ticket",
                        ticket.toString(),
                        "-o",
                        blanket.toString()))
                .as(said.toString())
                .isZero();

        assertThat(shuttle("calibrate", measured(blanket).toString()))
                .as(said.toString())
                .isZero();
        assertThat(said.toString()).contains("mean CIEDE2000", "calibration: wool");
        assertThat(root.resolve("calibrations/wool.json")).exists();

        Loom plain = Objects.requireNonNull(converted(CLOTH, "plain").loom());
        Report report = converted(CLOTH + "calibration: wool\n", "calibrated");
        Loom calibrated = Objects.requireNonNull(report.loom());
        assertThat(plain.calibration()).isNull();
        assertThat(Objects.requireNonNull(calibrated.calibration()).name()).isEqualTo("wool");
        assertThat(calibrated.calibration().unmeasured()).isEmpty();
        assertThat(Objects.requireNonNull(calibrated.palette().get(0).woven()).rgb())
                .isNotEqualTo(
                        Objects.requireNonNull(plain.palette().get(0).woven()).rgb());
    }

    @Test
    void aCalibrationThatIsNotThereRejectsThePicture() throws IOException {
        Path ticket = Files.writeString(root.resolve("t.yaml"), CLOTH + "calibration: gone\n");

        int code = shuttle(
                "convert",
                picture().toString(),
                "-p",
                "faithful",
                "--ticket",
                ticket.toString(),
                "-o",
                root.resolve("out").toString());

        assertThat(code).isEqualTo(1);
        assertThat(root.resolve("out/report.json")).content().contains("there is none called gone");
    }

    /** Measured on taquete: a colour darker and yellower than on the card, mixtures by a law of their own. */
    private void measuredOnTaquete() throws IOException {
        Path folder = Files.createDirectories(root.resolve("calibrations"));
        Calibration wool = new Calibration(
                "wool",
                StructureKind.TAQUETE,
                new MixingLaw(1.3, 2),
                0.8,
                Map.of(Rgb.parse("#b4182a"), new Lab(30, 40, 30)),
                new Calibration.Quality(12, 6.5, 1.2, 1.9));
        Files.write(folder.resolve("wool.json"), CalibrationFile.written(wool));
    }

    private int woven(String ticket, String folder) throws IOException {
        Path presets = Files.createDirectories(root.resolve("presets"));
        Files.writeString(presets.resolve("mill.yaml"), "title: {en: Mill, zh: 厂}\n" + CLOTH + "calibration: wool\n");
        Path file = Files.writeString(root.resolve(folder + ".yaml"), ticket);
        return shuttle(
                "convert",
                picture().toString(),
                "-p",
                "mill",
                "--ticket",
                file.toString(),
                "-o",
                root.resolve(folder).toString(),
                "--set",
                "shuttle.presets=" + presets);
    }

    private Loom loom(String folder) {
        return Objects.requireNonNull(Folder.report(root.resolve(folder)).loom());
    }

    @Test
    void aPresetNamesItAndATicketSwitchesItOff() throws IOException {
        measuredOnTaquete();

        assertThat(woven("min_region: 9\n", "by-preset")).as(said.toString()).isZero();
        assertThat(woven("calibration: none\n", "without")).as(said.toString()).isZero();

        assertThat(Objects.requireNonNull(loom("by-preset").calibration()).name())
                .isEqualTo("wool");
        assertThat(loom("without").calibration()).isNull();
    }

    @Test
    void oneOfAnotherStructureRejectsThePictureAndSaysWhich() throws IOException {
        measuredOnTaquete();

        assertThat(woven("structure: lampas\n", "other")).isEqualTo(1);

        assertThat(root.resolve("other/report.json"))
                .content()
                .contains("wool was measured on taquete, and this is another structure");
        assertThat(woven("structure: none\n", "nothing")).isEqualTo(1);
        assertThat(root.resolve("nothing/report.json"))
                .content()
                .contains("wool is for taquete, and nothing is woven here");
    }

    /** Yarns of a free palette are dyed so that by the calibration, too, they give the colours that the picture asks for. */
    @ParameterizedTest
    @ValueSource(strings = {"taquete", "samitum", "lampas", "weft-backed", "shaded-satin"})
    void freeYarnsAreDyedByIt(String structure) throws IOException {
        measuredOnTaquete();
        Path file = root.resolve("calibrations/wool.json");
        Files.writeString(file, Files.readString(file).replace("taquete", structure));
        String ticket = "colours: 3\nfabric: {ends_per_cm: 8, picks_per_cm: 8}\nstructure: " + structure
                + "\ncalibration: wool\n";

        Report report = converted(ticket, structure);

        Loom loom = Objects.requireNonNull(report.loom());
        assertThat(Objects.requireNonNull(loom.cloth()).fidelity().lostShare()).isZero();
        if (!structure.equals("shaded-satin")) {
            assertThat(loom.cloth().asked())
                    .allSatisfy(
                            asked -> assertThat(asked.de2000()).as(asked.rgb()).isLessThan(6));
        }
    }

    @Test
    void aMistakeInTheTableIsToldWithItsLine() throws IOException {
        Path table = Files.writeString(root.resolve("x.csv"), "name,hex\nred,#ff0000\n");

        assertThat(shuttle("calibrate", table.toString())).isEqualTo(2);
        assertThat(said.toString()).contains("x.csv: line 1", "hint: ");
    }
}
