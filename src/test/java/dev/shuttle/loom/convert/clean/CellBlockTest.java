package dev.shuttle.loom.convert.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CellBlockTest {
    private static final int W = 41;
    private static final int H = 37;
    private static final int SIDE = 8;

    @ParameterizedTest
    @EnumSource(LabelMaps.class)
    void aRegionHasWhatAPlainFloodOfTheBlockReaches(LabelMaps kind) {
        byte[] map = kind.map(W, H, 3, 5);
        CleaningWindow window = new CleaningWindow(W, H, false);
        window.load(map, 0, H);
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 200; round++) {
            int left = random.nextInt(W - SIDE + 1);
            int top = random.nextInt(H - SIDE + 1);
            int x = random.nextInt(SIDE);
            int y = random.nextInt(SIDE);
            byte label = map[(top + y) * W + left + x];

            long alike = CellBlock.alike(window, window.start(top) + left, label);
            long region = CellBlock.region(CellBlock.bit(x, y), alike, SIDE * SIDE + 1);

            assertThat(region)
                    .as("%s, block at %d, %d, from %d, %d", kind, left, top, x, y)
                    .isEqualTo(flooded(map, left, top, x, y, label, 0));
        }
    }

    @ParameterizedTest
    @EnumSource(LabelMaps.class)
    void theCellsWrittenAreThoseOfTheBits(LabelMaps kind) {
        byte[] map = kind.map(W, H, 3, 9);
        CleaningWindow window = new CleaningWindow(W, H, false);
        window.load(map, 0, H);
        int corner = window.start(4) + 6;
        int[] cells = new int[SIDE * SIDE];

        int count = CellBlock.write(CellBlock.alike(window, corner, (byte) 1), corner, window.stride, cells);

        int expected = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            expected += map[(4 + i / SIDE) * W + 6 + i % SIDE] == 1 ? 1 : 0;
        }
        assertThat(count).isEqualTo(expected);
        for (int i = 0; i < count; i++) {
            assertThat(window.cells[cells[i]]).isEqualTo((byte) 1);
        }
    }

    private static long flooded(byte[] map, int left, int top, int x, int y, byte label, long before) {
        if (x < 0 || y < 0 || x == SIDE || y == SIDE || map[(top + y) * W + left + x] != label) {
            return before;
        }
        long bit = CellBlock.bit(x, y);
        if ((before & bit) != 0) {
            return before;
        }
        long found = flooded(map, left, top, x - 1, y, label, before | bit);
        found = flooded(map, left, top, x + 1, y, label, found);
        found = flooded(map, left, top, x, y - 1, label, found);
        return flooded(map, left, top, x, y + 1, label, found);
    }
}
