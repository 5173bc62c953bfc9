package dev.shuttle.loom.convert.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

class EnlargementTest {
    private static final int SIDE = 40;
    private static final int TIMES = 8;

    @Test
    void theOutlineOfADiscIsWhereItsAntiAliasingSaysItIs() {
        BiPredicate<Double, Double> disc = (x, y) -> Math.hypot(x - 20.2, y - 19.7) < 12;
        byte[] cells = enlarged(disc);
        int wrong = 0;
        for (int i = 0; i < cells.length; i++) {
            int n = SIDE * TIMES;
            int line = i / n;
            wrong += disc.test((i % n + 0.5) / TIMES, (line + 0.5) / TIMES) == (cells[i] == 1) ? 0 : 1;
        }
        assertThat(wrong / (double) cells.length).isLessThan(0.005);
    }

    @Test
    void aLineOnePixelThickStaysWholeOnASlant() {
        byte[] cells = enlarged((x, y) -> Math.abs(x - y) < 0.7);
        int n = SIDE * TIMES;
        for (int line = 16; line < n - 16; line++) {
            assertThat(cells[line * n + line]).as("line %d", line).isEqualTo((byte) 1);
        }
    }

    private static byte[] enlarged(BiPredicate<Double, Double> shape) {
        Picture picture = Picture.blank(SIDE, SIDE);
        byte[] labels = new byte[SIDE * SIDE];
        for (int i = 0; i < labels.length; i++) {
            int y = i / SIDE;
            int covered = 0;
            for (int s = 0; s < 64; s++) {
                int row = s / 8;
                covered += shape.test(i % SIDE + (s % 8 + 0.5) / 8, y + (row + 0.5) / 8) ? 1 : 0;
            }
            int level = 255 - 255 * covered / 64;
            picture.set(i % SIDE, i / SIDE, level << 16 | level << 8 | level);
            labels[i] = (byte) (covered >= 32 ? 1 : 0);
        }
        return Enlargement.of(
                picture,
                labels,
                SIDE * TIMES,
                SIDE * TIMES,
                (one, other) -> one == other ? 0 : 255,
                (rgb, label) -> square((rgb & 255) - (label == 1 ? 0 : 255)),
                new RowBands(1));
    }

    private static float square(float value) {
        return value * value;
    }
}
