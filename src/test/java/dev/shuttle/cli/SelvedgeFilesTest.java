package dev.shuttle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The selvedges of converted pictures, by their files alone: a shuttle is a yarn of {@code picks.csv} (the second of one yarn on a
 * line is another shuttle), and turns between two of its picks; the outermost end holds it there when it is lifted over one of the two and not over the other, also from the last pick of
 * a repeat to the first of the next.
 */
class SelvedgeFilesTest {
    private static final int[] COLOURS = {
        0xf3ead3, 0xb4182a, 0x1e3f6e, 0xe0a526, 0x2c5f34, 0x101010, 0x7a2f86, 0x86b6d8, 0xd9772b
    };

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    private record Case(String structure, int wefts, int changing, String weave, String repeat) {
        String ticket(Random random) {
            int lines = 96 + 2 * random.nextInt(60);
            String number = wefts == 0 ? "" : "wefts: " + wefts + "\n";
            String changes = changing == 0
                    ? ""
                    : "changing: {wefts: " + changing() + ", band: " + (6 + random.nextInt(14)) + "}\n";
            return "fabric: {ends: 80, width_cm: 4, ends_per_cm: 20, picks_per_cm: " + lines / 4.0 + "}\n"
                    + "colours: 9\nmin_region: 1\noutputs: [liftplan]\nstructure: " + structure + "\n" + number
                    + changes
                    + "selvedge: {ends: 6, weave: " + weave + "}\nrepeat: " + repeat + "\n"
                    + (random.nextBoolean() ? PALETTE : "");
        }
    }

    private static final String PALETTE =
            "palette: ['#f3ead3', '#b4182a', '#1e3f6e', '#e0a526', '#2c5f34', '#101010', '#7a2f86', '#86b6d8', '#d9772b']\n";

    static Stream<Case> cases() {
        List<Case> all = new ArrayList<>();
        for (String weave : List.of("plain", "basket")) {
            for (String structure : List.of("shaded-satin", "damask")) {
                all.add(new Case(structure, 0, 0, weave, "none"));
            }
            all.add(new Case("jin", 3, 0, weave, "straight"));
            for (String structure : List.of("weft-backed", "taquete", "samitum", "lampas", "brocade")) {
                for (int wefts : weave.equals("plain") ? new int[] {2, 3, 6} : new int[] {4}) {
                    for (int changing = 0; changing < Math.min(wefts, 4); changing++) {
                        all.add(new Case(structure, wefts, changing, weave, wefts == 3 ? "half-drop" : "straight"));
                    }
                }
            }
            all.add(new Case("lampas", 0, 1, weave, "straight"));
            all.add(new Case("brocade", 0, 2, weave, "mirror"));
        }
        return all.stream();
    }

    /** Discs of a few colours in each of several zones from top to bottom, so that wefts have reason to change. */
    private Path picture(Random random) throws IOException {
        BufferedImage image = new BufferedImage(160, 240, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < 160 * 240; at++) {
            image.setRGB(at % 160, at / 160, COLOURS[0]);
        }
        for (int zone = 0; zone < 6; zone++) {
            for (int disc = 0; disc < 7; disc++) {
                int colour = COLOURS[1 + (3 * (zone % 4) + random.nextInt(3)) % 8];
                int x = random.nextInt(160);
                int y = 40 * zone + random.nextInt(40);
                int radius = 6 + random.nextInt(12);
                for (int at = 0; at < 160 * 240; at++) {
                    if (Math.hypot(at % 160 - x, at / 160 - y) < radius) {
                        image.setRGB(at % 160, at / 160, colour);
                    }
                }
            }
        }
        Path file = root.resolve("discs.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private Path converted(Case of, Random random) throws IOException {
        Path ticket = Files.writeString(root.resolve("t.yaml"), of.ticket(random));
        Path out = root.resolve("out");
        StringWriter said = new StringWriter();
        int code = ShuttleCommand.execute(
                new PrintWriter(said, true),
                "convert",
                picture(random).toString(),
                "-p",
                "faithful",
                "--ticket",
                ticket.toString(),
                "-o",
                out.toString());
        assertThat(code).as(said.toString()).isZero();
        return out;
    }

    /** A pick in the order of weaving: its yarn, and on which side of it each of the outermost ends lies. */
    private record Pick(String shuttle, boolean left, boolean right) {}

    private static List<Pick> picks(Path out) throws IOException {
        BufferedImage lifts = ImageIO.read(out.resolve("discs.liftplan.png").toFile());
        List<Pick> picks = new ArrayList<>();
        Integer last = null;
        Map<String, Integer> onLine = new HashMap<>();
        for (String line : Files.readAllLines(out.resolve("discs.picks.csv")).subList(1, lifts.getHeight() + 1)) {
            String[] cells = line.split(",", -1);
            int row = Integer.parseInt(cells[1]) - 1;
            if (last == null || Integer.parseInt(cells[2]) >= last) {
                onLine.clear();
            }
            last = Integer.parseInt(cells[2]);
            picks.add(new Pick(
                    cells[3] + " " + onLine.merge(cells[3], 1, Integer::sum),
                    (lifts.getRGB(0, row) & 0xffffff) == 0,
                    (lifts.getRGB(lifts.getWidth() - 1, row) & 0xffffff) == 0));
        }
        return picks;
    }

    /** Turns at which a shuttle is not held, twice round the repeat. */
    private static List<String> loose(List<Pick> picks) {
        Map<String, Pick> last = new HashMap<>();
        List<String> loose = new ArrayList<>();
        for (int at = 0; at < 2 * picks.size(); at++) {
            Pick pick = picks.get(at % picks.size());
            Pick before = last.put(pick.shuttle(), pick);
            if (before != null && (before.left() == pick.left() || before.right() == pick.right())) {
                loose.add(pick.shuttle() + " at pick " + (at % picks.size() + 1));
            }
        }
        return loose;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theOutermostEndsHoldEveryShuttleAtEveryTurn(Case of) throws IOException {
        List<Pick> picks = picks(converted(of, new Random(of.hashCode())));

        assertThat(loose(picks)).isEmpty();
    }
}
