package dev.shuttle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cloth whose picks lie closer in its borders, from the files that a mill gets. */
class PickDensityFilesTest {
    private static final String DENSITIES =
            "{width_cm: 6, ends_per_cm: 20, densities: [{cm: 1, picks_per_cm: 32}, {picks_per_cm: 16}, {cm: 1, picks_per_cm: 32}]}";

    @TempDir
    private Path root = Path.of("");

    private final StringWriter said = new StringWriter();

    /** Six by six; red from a half to five sixths of the height. */
    private Path picture() throws IOException {
        BufferedImage image = new BufferedImage(120, 120, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 120; y++) {
            for (int x = 0; x < 120; x++) {
                image.setRGB(x, y, y >= 60 && y < 100 ? 0xb3202a : x < 60 ? 0xf4efe0 : 0x1d3f72);
            }
        }
        Path file = root.resolve("rose.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private JsonNode converted(String ticket) throws IOException {
        run("convert", picture().toString(), "-p", "faithful", "--ticket", ticket(ticket), "-o", out());
        return report();
    }

    private void run(String... arguments) {
        assertThat(ShuttleCommand.execute(new PrintWriter(said, true), arguments))
                .as(said.toString())
                .isZero();
    }

    private String ticket(String text) throws IOException {
        return Files.writeString(root.resolve("rose.yaml"), text).toString();
    }

    private String out() {
        return root.resolve("out").toString();
    }

    private JsonNode report() throws IOException {
        return new JsonMapper()
                .readTree(root.resolve("out/report.json").toFile())
                .path("loom");
    }

    /** The columns of picks.csv, without its heading. */
    private List<String[]> picks() throws IOException {
        return Files.readAllLines(root.resolve("out/rose.picks.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private int column(String name) throws IOException {
        String header = Files.readAllLines(root.resolve("out/rose.picks.csv")).get(0);
        return Arrays.asList(header.split(",")).indexOf(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shaded-satin", "weft-backed", "taquete", "jin", "lampas", "brocade"})
    void theTakeUpOfAllPicksIsTheHeight(String structure) throws IOException {
        JsonNode loom =
                converted("{colours: 3, structure: " + structure + ", outputs: [liftplan], fabric: " + DENSITIES + "}");

        double sum = 0;
        int at = column("take_up_mm");
        for (String[] pick : picks()) {
            sum += Double.parseDouble(pick[at]);
        }
        assertThat(sum / 10).isCloseTo(loom.path("height_cm").asDouble(), within(0.006));
        assertThat(loom.path("height_cm").asDouble()).isCloseTo(6, within(0.4));
        assertThat(loom.path("densities")).hasSize(3);
        JsonNode border = loom.at("/densities/0");
        assertThat(border.path("cm").asDouble()).isEqualTo(1);
        assertThat(border.path("lines_per_cm").asDouble()).isEqualTo(32);
        assertThat(loom.at("/densities/2/from_pick").asInt()).isEqualTo(1);
        assertThat(border.path("to_pick").asInt()).isEqualTo(picks().size());
    }

    /** The first 32 lines are a centimetre, and so are the next 16. */
    @Test
    void eachPickGoesOnByTheHeightOfItsLine() throws IOException {
        converted("{colours: 3, structure: shaded-satin, outputs: [liftplan], fabric: " + DENSITIES + "}");

        int line = column("line");
        int at = column("take_up_mm");
        int last = picks().size();
        for (String[] pick : picks()) {
            int from = Integer.parseInt(pick[line]);
            boolean border = from <= 32 || from > last - 32;
            assertThat(Double.parseDouble(pick[at])).isCloseTo(border ? 10.0 / 32 : 10.0 / 16, within(1e-4));
        }
    }

    /** Its lines are the warps', and picks lie side by side whatever their number. */
    @Test
    void allPicksOfAnEvenJinGoOnAlike() throws IOException {
        JsonNode loom = converted(
                "{colours: 3, structure: jin, wefts: 3, outputs: [liftplan], fabric: {width_cm: 6, ends_per_cm: 20, picks_per_cm: 20}}");

        int at = column("take_up_mm");
        double each = 10 * loom.path("height_cm").asDouble() / picks().size();
        for (String[] pick : picks()) {
            assertThat(Double.parseDouble(pick[at])).isCloseTo(each, within(1e-3));
        }
    }

    /** Three centimetres from the top is where red begins, in the cloth's picture as in the source. */
    @Test
    void theMotifKeepsItsProportions() throws IOException {
        JsonNode loom = converted("{colours: 3, outputs: [preview, compare], fabric: " + DENSITIES + "}");

        BufferedImage paper =
                ImageIO.read(root.resolve("out/rose.pointpaper.png").toFile());
        assertThat(paper.getHeight()).isEqualTo(32 + 64 + 32);
        // three centimetres: one of 32 lines, two of 16
        assertThat(first(paper, 1)).isCloseTo(32 + 32, within(1));
        BufferedImage seen = ImageIO.read(root.resolve("out/rose.preview.png").toFile());
        assertThat((double) seen.getHeight() / seen.getWidth()).isCloseTo(1, within(0.02));
        assertThat((double) first(seen, 5) / seen.getHeight()).isCloseTo(0.5, within(0.02));
        assertThat(loom.path("picks_per_cm").asDouble()).isCloseTo(128 / 6.0, within(0.01));
    }

    /** The first row whose pixel is red. */
    private static int first(BufferedImage image, int x) {
        int y = 0;
        while ((image.getRGB(x, y) & 0xff) > 0x90) {
            y++;
        }
        return y;
    }

    @Test
    void aWifHasTheRoomOfEachPick() throws IOException {
        converted("{colours: 3, structure: damask, outputs: [wif], fabric: " + DENSITIES + "}");

        String wif = Files.readString(root.resolve("out/rose.wif"));
        String section = wif.substring(wif.indexOf("[WEFT SPACING]"));
        List<Double> rooms = section.lines()
                .skip(1)
                .takeWhile(line -> line.contains("="))
                .map(line -> Double.valueOf(line.substring(line.indexOf('=') + 1)))
                .toList();
        assertThat(wif).contains("WEFT SPACING=true");
        assertThat(rooms.get(0)).isCloseTo(1 / 32.0, within(1e-6));
        assertThat(rooms.get(rooms.size() / 2)).isCloseTo(1 / 16.0, within(1e-6));
        assertThat(rooms.stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(report().path("height_cm").asDouble(), within(0.006));
    }

    /** Nobody says how high they are, and a stated length leaves no rest on a square cloth. */
    @Test
    void aBlanketAndAHookTestTakeTheDensityOfTheRest() throws IOException {
        String fabric =
                "fabric: {ends_per_cm: 40, hooks: 400, densities: [{cm: 1.5, picks_per_cm: 28}, {picks_per_cm: 20}]}";
        String ticket = ticket("{colours: 2, structure: damask, outputs: [liftplan], " + fabric + "}");

        run(
                "convert",
                "--hook-test",
                "-p",
                "faithful",
                "--ticket",
                ticket,
                "-o",
                root.resolve("hooks").toString());
        run("convert", "--blanket", "-p", "faithful", "--ticket", ticket, "-o", out());

        assertThat(report().path("picks_per_cm").asDouble()).isEqualTo(20);
        assertThat(report().has("densities")).isFalse();
    }

    /** The sidecar knows the lines of each density. */
    @Test
    void aPaperThatComesBackHasItsDensities() throws IOException {
        JsonNode first = converted("{colours: 3, structure: damask, outputs: [liftplan], fabric: " + DENSITIES + "}");
        Path paper = root.resolve("out/rose.pointpaper.png");
        run("weave", paper.toString(), "-o", root.resolve("again").toString());

        JsonNode again = new JsonMapper()
                .readTree(root.resolve("again/report.json").toFile())
                .path("loom");
        assertThat(again.path("densities")).isEqualTo(first.path("densities"));
        assertThat(again.path("height_cm")).isEqualTo(first.path("height_cm"));
    }

    /** Forty lines have no room for two borders of 32; what is known of the paper has. */
    @Test
    void aPaperThatWasCutHasTheDensitiesThatAreKnownOfIt() throws IOException {
        converted("{colours: 3, structure: damask, outputs: [liftplan], fabric: " + DENSITIES + "}");
        Path paper = root.resolve("out/rose.pointpaper.png");
        BufferedImage whole = ImageIO.read(paper.toFile());
        ImageIO.write(whole.getSubimage(0, 0, whole.getWidth(), 40), "png", paper.toFile());

        run("weave", paper.toString(), "-o", root.resolve("again").toString());
    }

    /** Each of the copies is as it was drawn. */
    @Test
    void aPaperThatIsTiledHasItsDensitiesInEachCopy() throws IOException {
        converted("{colours: 3, structure: damask, outputs: [liftplan], fabric: " + DENSITIES + "}");
        Path paper = root.resolve("out/rose.pointpaper.png");
        BufferedImage whole = ImageIO.read(paper.toFile());
        ImageIO.write(whole.getSubimage(0, 0, whole.getWidth(), 124), "png", paper.toFile());

        run(
                "weave",
                paper.toString(),
                "--ticket",
                ticket("{fit: tile}"),
                "-o",
                root.resolve("again").toString());

        JsonNode densities = new JsonMapper()
                .readTree(root.resolve("again/report.json").toFile())
                .at("/loom/densities");
        assertThat(densities).hasSize(6);
        assertThat(densities.at("/3/from").asInt()).isEqualTo(125);
        assertThat(densities.at("/3/lines_per_cm").asDouble()).isEqualTo(32);
    }

    @Test
    void aPaperWhoseDensitiesItsRepeatDoesNotTakeIsRejected() throws IOException {
        converted("{colours: 3, structure: damask, outputs: [liftplan], fabric: " + DENSITIES + "}");
        Path paper = root.resolve("out/rose.pointpaper.png");

        int code = ShuttleCommand.execute(
                new PrintWriter(said, true),
                "weave",
                paper.toString(),
                "--ticket",
                ticket("{preset: damask, repeat: half-drop}"),
                "-o",
                root.resolve("again").toString());

        assertThat(code).isNotZero();
        assertThat(Files.readString(root.resolve("again/report.json"))).contains("BAD_TICKET", "mirror-across");
    }
}
