package dev.shuttle.loom.convert.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BandCalmingTest {
    private static final int WIDTH = 31;
    private static final int HEIGHT = 60;

    @Test
    void rowsWithTheirMarginComeOutAsInTheWholePicture() {
        BandCalming calming = new BandCalming(3, 2, 2);
        float[][][] whole = rows(0, HEIGHT);
        calming.apply(whole, HEIGHT);
        int margin = calming.margin();
        for (int from = 0; from < HEIGHT; from += 20) {
            int top = Math.max(0, from - margin);
            int bottom = Math.min(HEIGHT, from + 20 + margin);
            float[][][] band = rows(top, bottom);
            calming.apply(band, bottom - top);
            for (int plane = 0; plane < 3; plane++) {
                for (int y = from; y < from + 20; y++) {
                    for (int x = 0; x < WIDTH; x++) {
                        assertThat(band[plane][y - top][x])
                                .as("plane %d, %d, %d", plane, x, y)
                                .isCloseTo(whole[plane][y][x], within(1e-3f));
                    }
                }
            }
        }
    }

    @Test
    void whereNothingIsToBeCalmedAllStays() {
        float[][][] rows = rows(0, HEIGHT);
        BandCalming.NONE.apply(rows, HEIGHT);
        assertThat(rows).isDeepEqualTo(rows(0, HEIGHT));
    }

    /** A slow gradient with ripple on it, and an edge. */
    private static float[][][] rows(int from, int to) {
        SplittableRandom random = new SplittableRandom(7);
        float[][][] all = new float[3][HEIGHT][WIDTH];
        float[][][] rows = new float[3][to - from][];
        for (int plane = 0; plane < 3; plane++) {
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    all[plane][y][x] = 20 + y * 0.3f + (x > 20 ? 30 : 0) + (float) random.nextDouble();
                }
            }
            for (int y = from; y < to; y++) {
                rows[plane][y - from] = all[plane][y];
            }
        }
        return rows;
    }
}
