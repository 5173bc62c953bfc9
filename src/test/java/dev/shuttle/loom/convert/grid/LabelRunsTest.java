package dev.shuttle.loom.convert.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LabelRunsTest {
    private static final int WIDTH = 37;
    private static final int HEIGHT = 23;

    @Test
    void runsAreWhatCountingBackFromEachPixelGives() {
        for (int seed = 0; seed < 20; seed++) {
            byte[] labels = labels(seed);
            LabelRuns runs = new LabelRuns(labels, WIDTH);
            int first = seed % 5;
            for (int y = first; y < HEIGHT; y++) {
                runs.moveTo(y);
                for (int x = 0; x < WIDTH; x++) {
                    String where = "seed " + seed + ", " + x + ", " + y;
                    assertThat(runs.left(x)).as(where).isEqualTo(counted(labels, x, y, -1, 0, first));
                    assertThat(runs.up(x)).as(where).isEqualTo(counted(labels, x, y, 0, -1, first));
                    assertThat(runs.upLeft(x)).as(where).isEqualTo(counted(labels, x, y, -1, -1, first));
                    assertThat(runs.upRight(x)).as(where).isEqualTo(counted(labels, x, y, 1, -1, first));
                }
            }
        }
    }

    private static byte[] labels(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] labels = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (random.nextInt(6) == 0 ? 1 : 0);
        }
        return labels;
    }

    private static int counted(byte[] labels, int x, int y, int dx, int dy, int first) {
        int count = 1;
        int px = x + dx;
        int py = y + dy;
        while (px >= 0 && px < WIDTH && py >= first && labels[py * WIDTH + px] == labels[y * WIDTH + x]) {
            count++;
            px += dx;
            py += dy;
        }
        return count;
    }
}
