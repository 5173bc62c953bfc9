package dev.shuttle.loom.convert.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.work.RowBands;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineCellsTest {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 480;
    private static final LabelContrast BLACK_ON_WHITE = (one, other) -> one == other ? 0 : 100;
    private static final RowBands ONE = new RowBands(1);

    @ParameterizedTest(name = "{0} ends, {1} lines, {2} pixels thick")
    @CsvSource({"160, 128, 1", "160, 128, 2", "160, 128, 3", "400, 115, 1", "400, 115, 2", "150, 240, 1", "600, 480, 1"
    })
    void whateverTheLineItStaysInOnePiece(int ends, int lines, int thick) {
        for (int seed = 0; seed < 10; seed++) {
            byte[] labels = curve(seed, thick);
            byte[] cells =
                    AreaMajority.of(labels, WIDTH, HEIGHT, ends, lines, ONE).clone();
            LineCells.draw(labels, WIDTH, HEIGHT, cells, ends, lines, BLACK_ON_WHITE, LineKind.DRAWN, ONE);
            assertThat(pieces(cells, ends)).as("pieces, seed %d", seed).isEqualTo(1);
            assertThat(extent(cells, ends)).as("extent, seed %d", seed).isGreaterThan(0.9 * extent(labels, WIDTH));
        }
    }

    @Test
    void aLineThinnerThanAThreadBecomesOneThreadThick() {
        byte[] labels = new byte[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            labels[y * WIDTH + 100 + y / 2] = 1;
        }
        byte[] cells = AreaMajority.of(labels, WIDTH, HEIGHT, 150, 120, ONE);
        LineCells.draw(labels, WIDTH, HEIGHT, cells, 150, 120, BLACK_ON_WHITE, LineKind.DRAWN, ONE);
        for (int line = 1; line < 119; line++) {
            int sum = 0;
            for (int end = 0; end < 150; end++) {
                sum += cells[line * 150 + end];
            }
            assertThat(sum).as("line %d", line).isBetween(1, 2);
        }
    }

    @Test
    void whatIsNoLineIsLeftAlone() {
        byte[] labels = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < labels.length; i++) {
            boolean dot = i % WIDTH % 40 == 7 && i / WIDTH % 40 == 9;
            labels[i] = (byte) (dot || i % WIDTH > 400 ? 1 : 0);
        }
        byte[] cells = AreaMajority.of(labels, WIDTH, HEIGHT, 150, 120, ONE);
        byte[] before = cells.clone();
        LineCells.draw(labels, WIDTH, HEIGHT, cells, 150, 120, BLACK_ON_WHITE, LineKind.DRAWN, ONE);
        assertThat(cells).isEqualTo(before);
    }

    @Test
    void aBandOfAGradientIsNoLine() {
        byte[] labels = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (i % WIDTH < 300 ? 0 : i % WIDTH < 302 ? 1 : 2);
        }
        byte[] cells = AreaMajority.of(labels, WIDTH, HEIGHT, 150, 120, ONE);
        byte[] before = cells.clone();
        LabelContrast steps = (one, other) -> 20 * Math.abs(one - other);
        LineCells.draw(labels, WIDTH, HEIGHT, cells, 150, 120, steps, LineKind.DRAWN, ONE);
        assertThat(cells).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0} pixels from stripe to stripe")
    @CsvSource({"3", "4", "5"})
    void textureWithoutAThreadOfGroundBetweenIsNoLineInAPhotograph(int pitch) {
        byte[] labels = stripes(pitch);
        byte[] cells = AreaMajority.of(labels, WIDTH, HEIGHT, 150, 120, ONE);
        byte[] before = cells.clone();
        LineCells.draw(labels, WIDTH, HEIGHT, cells, 150, 120, BLACK_ON_WHITE, LineKind.SEEN, ONE);
        assertThat(Arrays.mismatch(cells, before))
                .as("the first cell that changed")
                .isEqualTo(-1);
    }

    @Test
    void linesWithAThreadOfGroundBetweenAreKeptInAPhotograph() {
        byte[] labels = stripes(20);
        byte[] cells = AreaMajority.of(labels, WIDTH, HEIGHT, 150, 120, ONE);
        LineCells.draw(labels, WIDTH, HEIGHT, cells, 150, 120, BLACK_ON_WHITE, LineKind.SEEN, ONE);
        assertThat(pieces(cells, 150)).isEqualTo(WIDTH / 20);
    }

    /** Upright stripes two pixels thick. */
    private static byte[] stripes(int pitch) {
        byte[] labels = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (i % WIDTH % pitch / 2 == 1 ? 1 : 0);
        }
        return labels;
    }

    /** A gently bent stroke, 8-connected. */
    private static byte[] curve(int seed, int thick) {
        RandomGenerator random = new SplittableRandom(seed);
        double direction = random.nextDouble(Math.PI);
        double bend = random.nextDouble(-0.004, 0.004);
        double x = WIDTH / 2.0;
        double y = HEIGHT / 2.0;
        byte[] labels = new byte[WIDTH * HEIGHT];
        for (int step = 0; step < 800; step++) {
            for (int i = 0; i < thick * thick; i++) {
                int px = (int) x + i % thick;
                int py = (int) y + i / thick;
                if (px >= 10 && py >= 10 && px < WIDTH - 10 && py < HEIGHT - 10) {
                    labels[py * WIDTH + px] = 1;
                }
            }
            direction += bend / 4;
            x += 0.25 * Math.cos(direction);
            y += 0.25 * Math.sin(direction);
        }
        return labels;
    }

    private static int pieces(byte[] cells, int ends) {
        boolean[] seen = new boolean[cells.length];
        int[] queue = new int[cells.length];
        int pieces = 0;
        for (int start = 0; start < cells.length; start++) {
            if (cells[start] == 1 && !seen[start]) {
                pieces++;
                int size = 0;
                queue[size++] = start;
                seen[start] = true;
                for (int next = 0; next < size; next++) {
                    for (int n : new int[] {-ends, -1, 1, ends}) {
                        int cell = queue[next] + n;
                        if (cell >= 0 && cell < cells.length && cells[cell] == 1 && !seen[cell]) {
                            seen[cell] = true;
                            queue[size++] = cell;
                        }
                    }
                }
            }
        }
        return pieces;
    }

    /** Width and height of what is marked, as parts of the whole, together. */
    private static double extent(byte[] labels, int width) {
        int height = labels.length / width;
        int left = width;
        int right = -1;
        int top = height;
        int bottom = -1;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == 1) {
                left = Math.min(left, i % width);
                right = Math.max(right, i % width);
                top = Math.min(top, i / width);
                bottom = Math.max(bottom, i / width);
            }
        }
        return (right - left + 1.0) / width + (bottom - top + 1.0) / height;
    }
}
