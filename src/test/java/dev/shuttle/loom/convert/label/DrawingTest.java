package dev.shuttle.loom.convert.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.Pictures;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class DrawingTest {
    private static final RowBands TWO = new RowBands(2);
    private static final List<Rgb> COLOURS = Sketch.colours(0xf4ecd8, 0x102060, 0xc03030, 0x208040);

    private static Picture discs() {
        return Pictures.discs(480, 360, 0xf4ecd8, 0x102060, 0xc03030, 0x208040);
    }

    @Test
    void aDrawingHasTheColoursItIsDrawnIn() {
        assertThat(Drawing.colours(discs(), TWO)).containsExactlyInAnyOrderElementsOf(COLOURS);
    }

    @Test
    void soHasOneThatAJpegHasBlurred() throws Exception {
        BufferedImage image = new BufferedImage(480, 360, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 480 * 360; i++) {
            int x = i % 480;
            int y = i / 480;
            int colour = Math.hypot(x - 200, y - 180) < 120 ? x > 210 ? 1 : 2 : x > 380 ? 3 : 0;
            image.setRGB(x, y, COLOURS.get(colour).packed());
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, "jpeg", file)).isTrue();
        List<Rgb> found = Drawing.colours(Picture.decode(file.toByteArray(), Rgb.WHITE), TWO);
        assertThat(found).hasSize(COLOURS.size());
        for (Rgb colour : COLOURS) {
            assertThat(found)
                    .as("one like %s", colour)
                    .anyMatch(one -> Lab.of(one).difference(Lab.of(colour)) < 3);
        }
    }

    @Test
    void aPhotographIsNoDrawing() {
        assertThat(Drawing.colours(Pictures.photo(300, 200), TWO)).isEmpty();
    }

    @Test
    void aSmoothGradientIsNoDrawing() {
        Picture gradient = Picture.blank(400, 300);
        for (int i = 0; i < 120_000; i++) {
            gradient.set(i % 400, i / 400, Sketch.mixed(0x203080, 0xf0c040, i % 400 / 400.0));
        }
        assertThat(Drawing.colours(gradient, TWO)).isEmpty();
    }
}
