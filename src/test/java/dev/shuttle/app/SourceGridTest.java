package dev.shuttle.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.emulator.Emulator;
import dev.shuttle.report.Loom;
import dev.shuttle.report.Notice;
import dev.shuttle.report.Report;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import dev.shuttle.rig.TestCloud;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The source alone decides how many ends and lines there are, and a ticket what lies under a transparent picture. */
class SourceGridTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private java.nio.file.Path root;

    @Test
    void aSmallPictureHasTheSameGridFromTheCloudAsLocally() {
        byte[] small = Pictures.encoded(Pictures.picture(3, 24, 48), "png");
        try (Emulator cloud = TestCloud.start();
                Rig rig = Rig.start(root, cloud, Map.of("shuttle.preset", "faithful"))) {
            Report report = rig.drop("small.png", small).report();

            assertThat(report.path()).isEqualTo(Road.EMULATED);
            Loom loom = Objects.requireNonNull(report.loom());
            assertThat(loom.ends()).isEqualTo(24);
            assertThat(loom.lines()).isEqualTo(48);
            assertThat(loom.fitted()).isNull();
        }
    }

    @Test
    void whiteOnTransparentIsSeenOnTheGroundOfItsTicket() throws IOException {
        byte[] drawing = whiteDiscOnNothing();
        try (Rig rig = Rig.start(root, null, Map.of("shuttle.preset", "faithful"))) {
            rig.folder().drop("disc.png.yaml", "ground: \"#1d3f72\"\ncolours: 2\n".getBytes(UTF_8));
            Report report = rig.drop("disc.png", drawing).report();

            Loom loom = Objects.requireNonNull(report.loom());
            assertThat(loom.palette())
                    .extracting(swatch -> swatch.rgb())
                    .containsExactlyInAnyOrder("#1d3f72", "#ffffff");
            BufferedImage paper = ImageIO.read(
                    rig.folder().results().get(0).resolve("disc.pointpaper.png").toFile());
            assertThat(paper.getRGB(1, 1) & 0xffffff).isEqualTo(0x1d3f72);
            assertThat(paper.getRGB(32, 32) & 0xffffff).isEqualTo(0xffffff);
        }
    }

    @Test
    void aDrawingThatVanishesInItsGroundIsTold() {
        try (Rig rig = Rig.start(root, null, Map.of("shuttle.preset", "faithful"))) {
            Report report = rig.drop("disc.png", whiteDiscOnNothing()).report();

            assertThat(report.notices()).extracting(Notice::code).contains("ONE_COLOUR");
        }
    }

    private static byte[] whiteDiscOnNothing() {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillOval(12, 12, 40, 40);
        g.dispose();
        return Pictures.encoded(image, "png");
    }
}
