package dev.shuttle.emulator.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.emulator.Pictures;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PainterTest {
    private static final Brush BRUSH = new Brush(0.7, 42, false);
    private static final int RED_OF_THE_MARK = 0xC8102E;

    private static int[] pixels(BufferedImage picture) {
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    /** Mean difference per channel, 0-255, outside the mark's rows. */
    private static double difference(BufferedImage one, BufferedImage other) {
        long sum = 0;
        int rows = one.getHeight() * 3 / 4;
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                int a = one.getRGB(x, y);
                int b = other.getRGB(x, y);
                sum += Math.abs(Rgb.red(a) - Rgb.red(b))
                        + Math.abs(Rgb.green(a) - Rgb.green(b))
                        + Math.abs(Rgb.blue(a) - Rgb.blue(b));
            }
        }
        return sum / (3.0 * rows * one.getWidth());
    }

    @Test
    void theSameSourceAndBrushGiveTheSamePixels() {
        BufferedImage source = Pictures.meadow(300, 200, 1);

        assertThat(pixels(Painter.paint(source, BRUSH))).isEqualTo(pixels(Painter.paint(source, BRUSH)));
    }

    @Test
    void theSourceShowsThroughAndIsNotTheResult() {
        BufferedImage source = Pictures.meadow(512, 400, 1);

        assertThat(difference(source, Painter.paint(source, BRUSH))).isBetween(1.0, 30.0);
    }

    @Test
    void withoutAnyAmountOnlyTheMarkIsNew() {
        BufferedImage source = Pictures.meadow(512, 400, 1);

        assertThat(difference(source, Painter.paint(source, new Brush(0, 42, false))))
                .isZero();
    }

    @Test
    void anotherVariationIsAnotherPicture() {
        BufferedImage source = Pictures.meadow(300, 200, 1);

        assertThat(difference(Painter.paint(source, BRUSH), Painter.paint(source, new Brush(0.7, 43, false))))
                .isPositive();
    }

    @Test
    void aTintColoursAGreySource() {
        BufferedImage grey = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 200; x++) {
                grey.setRGB(x, y, 0x010101 * (x + 20));
            }
        }

        int middle = Painter.paint(grey, new Brush(1, 0, true)).getRGB(100, 50);

        assertThat(Rgb.red(middle)).isGreaterThan(Rgb.blue(middle) + 30);
    }

    @ParameterizedTest
    @CsvSource({"512,512", "4096,600", "600,2000", "40,20"})
    void everyPictureIsMarkedWithAllEightLetters(int width, int height) {
        BufferedImage painted = Painter.paint(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), BRUSH);

        Set<Integer> corner = new HashSet<>();
        int red = 0;
        for (int y = height / 2; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int pixel = painted.getRGB(x, y) & 0xffffff;
                corner.add(pixel);
                red += pixel == RED_OF_THE_MARK ? 1 : 0;
            }
        }

        assertThat(corner).contains(RED_OF_THE_MARK, 0xFFFFFF);
        assertThat(red).as("the box is large enough to be seen").isGreaterThan(Math.min(width * width / 200, 200));
    }

    @Test
    void bandsLeaveNoSeam() {
        BufferedImage source = Pictures.meadow(64, 700, 5);
        int[] whole = Kuwahara.filter(pixels(source), 64, 700, 3);
        BufferedImage lower = source.getSubimage(0, 200, 64, 500);
        int[] part = Kuwahara.filter(pixels(lower), 64, 500, 3);

        for (int y = 10; y < 490; y++) {
            for (int x = 0; x < 64; x++) {
                assertThat(whole[(y + 200) * 64 + x]).as("%d,%d", x, y).isEqualTo(part[y * 64 + x]);
            }
        }
    }

    @Test
    void marginsMirrorTheEdge() {
        BufferedImage source = Pictures.meadow(50, 40, 1);

        BufferedImage wider = new Margins(10, 5, 0, 0).around(source);

        assertThat(wider.getWidth()).isEqualTo(60);
        assertThat(wider.getHeight()).isEqualTo(45);
        assertThat(wider.getRGB(10, 5)).isEqualTo(source.getRGB(0, 0));
        assertThat(wider.getRGB(9, 5)).isEqualTo(source.getRGB(0, 0));
        assertThat(wider.getRGB(0, 44)).isEqualTo(source.getRGB(9, 39));
    }
}
