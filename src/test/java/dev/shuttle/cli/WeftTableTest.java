package dev.shuttle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.shuttle.report.Loom;
import dev.shuttle.report.Weave;
import dev.shuttle.rig.Folder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of the wefts that were tried: each row is what a recipe with that number of wefts makes. */
class WeftTableTest {
    private static final String PALETTE =
            "palette: ['#f3ead3', '#b4182a', '#1e3f6e', '#e0a526', '#2c5f34', '#101010', '#7a2f86']\n";
    private static final int[] COLOURS = {0xf3ead3, 0xb4182a, 0x1e3f6e, 0xe0a526, 0x2c5f34, 0x101010, 0x7a2f86};

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    private Path picture() throws IOException {
        BufferedImage image = new BufferedImage(180, 240, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(3);
        for (int disc = 0; disc < 60; disc++) {
            int x = random.nextInt(180);
            int y = random.nextInt(240);
            for (int at = 0; at < 180 * 240; at++) {
                if (disc == 0 || Math.hypot(at % 180 - x, at / 180 - y) < 18) {
                    image.setRGB(at % 180, at / 180, COLOURS[disc % COLOURS.length]);
                }
            }
        }
        Path file = root.resolve("discs.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private Loom converted(String ticket, String folder) throws IOException {
        Path file = Files.writeString(root.resolve(folder + ".yaml"), ticket + "outputs: [png]\n");
        Path out = root.resolve(folder);
        StringWriter said = new StringWriter();
        int code = ShuttleCommand.execute(
                new PrintWriter(said, true),
                "convert",
                picture().toString(),
                "-p",
                "faithful",
                "--ticket",
                file.toString(),
                "-o",
                out.toString());
        assertThat(code).as(said.toString()).isZero();
        return Objects.requireNonNull(Folder.report(out).loom());
    }

    private void eachRowIsTrue(String ticket, boolean lossToo) throws IOException {
        Loom chosen = converted(ticket + "wefts: auto\n", "auto");

        assertThat(chosen.weftsConsidered()).hasSizeGreaterThan(2);
        for (Loom.WeftsConsidered row : chosen.weftsConsidered()) {
            String own = ticket.replaceFirst("structure: [a-z]+", "structure: " + row.structure());
            Loom loom = converted(own + "wefts: " + row.k() + "\n", row.structure() + row.k());
            Weave weave = Objects.requireNonNull(loom.weave());
            assertThat(row.picksPerCm())
                    .as("%s", row)
                    .isCloseTo(Objects.requireNonNull(weave.picksPerCm()), within(0.051));
            assertThat(row.hours())
                    .as("%s", row)
                    .isCloseTo(Objects.requireNonNull(weave.minutes()) / 60, within(0.00061));
            assertThat(row.gM2())
                    .as("%s", row)
                    .isCloseTo(Objects.requireNonNull(weave.gramsPerSquareMetre()), withinPercentage(2));
            assertThat(row.cover()).as("%s", row).isCloseTo(Objects.requireNonNull(weave.weftCover()), within(0.0011));
            if (lossToo) {
                double lost = Objects.requireNonNull(loom.cloth()).fidelity().lostShare();
                double mean = weave.colours().stream()
                        .mapToDouble(colour -> colour.de2000()
                                * loom.palette().get(colour.index()).share())
                        .sum();
                assertThat(row.lost()).as("%s", row).isCloseTo(lost, within(0.00011));
                assertThat(row.de()).as("%s", row).isCloseTo(mean, within(0.02));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lampas", "brocade", "taquete", "samitum"})
    void eachRowIsTrueWhereThePaletteIsFixed(String structure) throws IOException {
        eachRowIsTrue(
                PALETTE + "fabric: {ends: 120, ends_per_cm: 20, picks_per_cm: 18}\nstructure: " + structure + "\n",
                true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lampas", "taquete"})
    void eachRowIsTrueWhereThePaletteIsFree(String structure) throws IOException {
        eachRowIsTrue(
                "colours: 7\nfabric: {ends: 120, ends_per_cm: 20, picks_per_cm: 18}\nstructure: " + structure + "\n",
                false);
    }

    @Test
    void eachRowIsTrueWhereAWeftChanges() throws IOException {
        eachRowIsTrue(
                PALETTE
                        + "fabric: {ends: 120, ends_per_cm: 20, picks_per_cm: 18}\nstructure: lampas\nchanging: {wefts: 1, band: 16}\n"
                        + "boxes: 4\n",
                true);
    }
}
