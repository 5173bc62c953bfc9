package dev.shuttle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.report.Loom;
import dev.shuttle.report.Report;
import dev.shuttle.report.Swatch;
import dev.shuttle.report.Weave;
import dev.shuttle.rig.Folder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A piece of five colours with five weaves, one of them from a WIF as another program writes it. */
class FiguredClothTest {
    private static final int SIDE = 200;
    private static final List<Integer> COLOURS = List.of(0xf4efe0, 0xb3202a, 0x1d3f72, 0xd8a21b, 0x2f6b3a);
    private static final String WEAVES = """
            weaves:
              "#b3202a": satin 8/3 weft
              "#1d3f72": rose.wif
              "#d8a21b": twill 2/2 S
              "#2f6b3a": 缎纹 8/3 经面
              ground: plain
            """;

    @TempDir
    private Path root = Path.of("");

    private final StringWriter said = new StringWriter();

    @BeforeEach
    void weaves() throws IOException {
        Files.createDirectories(root.resolve("weaves"));
        Files.writeString(root.resolve("weaves/rose.wif"), wif());
    }

    /** A 1/3 broken twill over eight ends as PCW Fiberworks writes one: thousandths, inches, treadling and tie-up. */
    private static String wif() {
        StringBuilder wif = new StringBuilder();
        wif.append("[WIF]\r\nVersion=1.1\r\nDate=April 20, 1997\r\nDevelopers=wif@mhsoft.com\r\n");
        wif.append("Source Program=Fiberworks PCW\r\nSource Version=4.2\r\n\r\n[CONTENTS]\r\n");
        for (String section : List.of("COLOR PALETTE", "WEAVING", "WARP", "WEFT", "TIEUP", "THREADING", "TREADLING")) {
            wif.append(section).append("=yes\r\n");
        }
        wif.append("\r\n[COLOR PALETTE]\r\nRange=0,999\r\nEntries=2\r\n\r\n[WEAVING]\r\nShafts=4\r\nTreadles=4\r\n");
        wif.append("Rising Shed=yes\r\n\r\n[WARP]\r\nThreads=24\r\nColor=1\r\nUnits=Inches\r\nSpacing=0.05\r\n\r\n");
        wif.append(
                "[WEFT]\r\nThreads=16\r\nColor=2\r\nUnits=Inches\r\n\r\n[COLOR TABLE]\r\n1=999,999,999\r\n2=0,0,999\r\n");
        wif.append("\r\n[TIEUP]\r\n1=1\r\n2=2\r\n3=3\r\n4=4\r\n\r\n[THREADING]\r\n");
        int[] threading = {1, 2, 3, 4, 2, 1, 4, 3};
        for (int end = 0; end < 24; end++) {
            wif.append(end + 1).append('=').append(threading[end % 8]).append("\r\n");
        }
        wif.append("\r\n[TREADLING]\r\n");
        for (int pick = 0; pick < 16; pick++) {
            wif.append(pick + 1).append('=').append(pick % 4 + 1).append("\r\n");
        }
        return wif.toString();
    }

    private Path picture() throws IOException {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                image.setRGB(x, y, COLOURS.get(colour(x, y)));
            }
        }
        Path file = root.resolve("rose.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    /** Four discs that touch one another on a ground. */
    private static int colour(int x, int y) {
        int[][] centres = {{60, 60}, {140, 60}, {60, 140}, {140, 140}};
        for (int disc = 0; disc < centres.length; disc++) {
            if (Math.hypot(x - centres[disc][0], y - centres[disc][1]) < 44) {
                return disc + 1;
            }
        }
        return 0;
    }

    private Path converted(String ticket) throws IOException {
        Path file = Files.writeString(root.resolve("rose.yaml"), ticket);
        Path out = root.resolve("out");
        int code = ShuttleCommand.execute(
                new PrintWriter(said, true),
                "convert",
                picture().toString(),
                "-p",
                "faithful",
                "--ticket",
                file.toString(),
                "-o",
                out.toString(),
                "--set",
                "shuttle.weaves=" + root.resolve("weaves"));
        assertThat(code).as(said.toString()).isZero();
        return out;
    }

    private static int longest(int length, IntPredicate up) {
        int longest = 0;
        int run = 0;
        for (int at = 0; at < 3 * length; at++) {
            run = at > 0 && up.test(at % length) == up.test((at - 1) % length) ? run + 1 : 1;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static boolean isUp(BufferedImage plan, int end, int row) {
        return (plan.getRGB(end, row) & 0xff) == 0;
    }

    @Test
    void theLiftPlanHoldsTheLimitOnBothFacesRoundTheSeam() throws IOException {
        Path out = converted("colours: 5\nfloat_limit: 8\n" + WEAVES);

        BufferedImage plan = ImageIO.read(out.resolve("rose.liftplan.png").toFile());
        for (int row = 0; row < plan.getHeight(); row++) {
            int pick = row;
            assertThat(longest(plan.getWidth(), end -> isUp(plan, end, pick))).isLessThanOrEqualTo(8);
        }
        for (int column = 0; column < plan.getWidth(); column++) {
            int end = column;
            assertThat(longest(plan.getHeight(), row -> isUp(plan, end, row))).isLessThanOrEqualTo(8);
        }
    }

    @Test
    void withinAnAreaStandsItsWeaveInStepWithTheCorner() throws IOException {
        Path out = converted("colours: 5\n" + WEAVES);

        BufferedImage plan = ImageIO.read(out.resolve("rose.liftplan.png").toFile());
        // the WIF's first pick is woven first, which is the last row of its repeat: its ends by shaft, three quarters
        // down
        int[] threading = {1, 2, 3, 4, 2, 1, 4, 3};
        int[] lifted = {4, 3, 2, 1};
        for (int row = 48; row < 72; row++) {
            for (int end = 128; end < 152; end++) {
                assertThat(isUp(plan, end, row)).isEqualTo(threading[end % 8] == lifted[row % 4]);
            }
        }
        for (int row = 0; row < 12; row++) {
            for (int end = 0; end < 24; end++) {
                assertThat(isUp(plan, end, row)).as("plain").isEqualTo((end + row) % 2 == 0);
            }
        }
    }

    @Test
    void theReportNamesTheWeavesAndWhatWasMended() throws IOException {
        Path out = converted("colours: 5\nfloat_limit: 7\n" + WEAVES);

        Report report = Folder.report(out);
        Loom loom = Objects.requireNonNull(report.loom());
        Weave weave = Objects.requireNonNull(loom.weave());
        Map<String, String> byColour = loom.palette().stream()
                .collect(Collectors.toMap(Swatch::rgb, swatch -> String.valueOf(swatch.weave())));
        assertThat(byColour)
                .containsEntry("#f4efe0", "plain")
                .containsEntry("#b3202a", "satin 8/3 weft")
                .containsEntry("#1d3f72", "rose.wif")
                .containsEntry("#d8a21b", "twill 2/2 S")
                .containsEntry("#2f6b3a", "satin 8/3 warp");
        assertThat(Objects.requireNonNull(loom.floats()).overLimit()).isZero();
        Weave.Mended mended = Objects.requireNonNull(weave.mended());
        assertThat(mended.lifted() + mended.lowered()).isPositive();
        assertThat(mended.share()).isLessThan(0.01);
        assertThat(report.notices()).anyMatch(notice -> notice.code().equals("MENDED"));
        assertThat(weave.weaves())
                .hasSize(5)
                .allSatisfy(named -> assertThat(named.colours()).hasSize(1));
        assertThat(Files.readString(out.resolve("report.html"))).contains("rose.wif");
        assertThat(out.resolve("weave.rose.wif")).hasContent(wif());
        assertThat(out.resolve("rose.floats.png")).exists();
    }

    @Test
    void aWeftBackedClothHasTheWeavesOnItsFace() throws IOException {
        Path out = converted("colours: 5\nstructure: weft-backed\nsatin: {ends: 12, step: 5}\nwefts: 5\n" + WEAVES);

        Loom loom = Objects.requireNonNull(Folder.report(out).loom());
        BufferedImage plan = ImageIO.read(out.resolve("rose.liftplan.png").toFile());
        for (int row = 0; row < plan.getHeight(); row++) {
            int pick = row;
            assertThat(longest(plan.getWidth(), end -> isUp(plan, end, pick))).isLessThanOrEqualTo(11);
        }
        assertThat(Objects.requireNonNull(loom.floats()).overLimit()).isZero();
        assertThat(loom.hangsTogether()).isTrue();
        assertThat(loom.palette())
                .allSatisfy(swatch -> assertThat(swatch.weave()).contains(" · "));
    }

    @Test
    void aColourThatIsNotInThePictureIsSaid() throws IOException {
        Path out = converted("colours: 6\nweaves: {\"#00ffff\": basket 2/2, others: twill 3/1}\n");

        assertThat(Folder.report(out).notices())
                .anyMatch(notice ->
                        notice.code().equals("WEAVE_UNUSED") && notice.what().equals("basket 2/2"));
    }
}
