package dev.shuttle.loom.convert.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import org.junit.jupiter.api.Test;

class FaintLinesTest {
    private static final int WHITE = 0xffffff;
    private static final int INK = 0x202060;

    private static byte[] drawn(Picture picture) {
        byte[] labels = new byte[picture.width() * picture.height()];
        byte[] before = labels.clone();
        byte[] drawn = FaintLines.drawn(picture, new ColourCosts(Sketch.colours(WHITE, INK)), labels, new RowBands(2));
        assertThat(labels).as("what was given").isEqualTo(before);
        return drawn;
    }

    private static Picture white() {
        Picture picture = Picture.blank(30, 20);
        for (int i = 0; i < 600; i++) {
            picture.set(i % 30, i / 30, WHITE);
        }
        return picture;
    }

    private static int count(byte[] labels) {
        int count = 0;
        for (byte label : labels) {
            count += label;
        }
        return count;
    }

    @Test
    void aLineThatHasALessThanHalfOfEveryPixelIsDrawn() {
        Picture picture = white();
        for (int y = 0; y < 20; y++) {
            picture.set(12, y, Sketch.mixed(WHITE, INK, 0.4));
        }
        byte[] drawn = drawn(picture);
        for (int y = 3; y < 17; y++) {
            assertThat(drawn[30 * y + 12]).as("row %d", y).isEqualTo((byte) 1);
        }
        assertThat(count(drawn)).as("one pixel thick").isLessThanOrEqualTo(16);
    }

    @Test
    void aTouchOfInkIsNoLine() {
        Picture picture = white();
        for (int y = 0; y < 20; y++) {
            picture.set(12, y, Sketch.mixed(WHITE, INK, 0.15));
        }
        assertThat(count(drawn(picture))).isZero();
    }

    @Test
    void aDotIsNoLine() {
        Picture picture = white();
        picture.set(12, 9, Sketch.mixed(WHITE, INK, 0.45));
        assertThat(count(drawn(picture))).isZero();
    }

    @Test
    void theSoftEdgeOfAnAreaIsNoLine() {
        Picture picture = white();
        for (int y = 0; y < 20; y++) {
            for (int x = 12; x < 30; x++) {
                picture.set(x, y, x == 12 ? Sketch.mixed(WHITE, INK, 0.4) : INK);
            }
        }
        byte[] labels = new byte[600];
        for (int i = 0; i < 600; i++) {
            labels[i] = (byte) (i % 30 > 12 ? 1 : 0);
        }
        ColourCosts costs = new ColourCosts(Sketch.colours(WHITE, INK));
        assertThat(FaintLines.drawn(picture, costs, labels, new RowBands(1))).isEqualTo(labels);
    }
}
