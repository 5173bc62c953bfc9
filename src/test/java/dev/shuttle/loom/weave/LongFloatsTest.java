package dev.shuttle.loom.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.convert.clean.LabelMaps;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LongFloatsTest {
    @ParameterizedTest
    @CsvSource({"1, 9, 0", "7, 5, 1", "65, 40, 3", "128, 64, 4", "33, 33, 40"})
    void eachCrossingOfALongFloatIsMarkedAndNoOther(int ends, int picks, int limit) {
        byte[] cells = LabelMaps.RANDOM.map(ends, picks, 2, 23);
        BitGrid cloth = new BitGrid(picks, ends);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] != 0) {
                cloth.set(i / ends, i % ends);
            }
        }
        BitGrid marks = LongFloats.of(cloth, limit);
        for (int pick = 0; pick < picks; pick++) {
            for (int end = 0; end < ends; end++) {
                boolean expected = length(cloth, pick, end, 0, 1) > limit || length(cloth, pick, end, 1, 0) > limit;
                assertThat(marks.get(pick, end)).as("%d, %d", end, pick).isEqualTo(expected);
            }
        }
    }

    /** How long the float goes on through a crossing, both ways. */
    private static int length(BitGrid cloth, int pick, int end, int down, int across) {
        int most = down == 1 ? cloth.rows() : cloth.columns();
        int length = 1;
        for (int way = -1; way <= 1; way += 2) {
            for (int step = 1; step < most && length < most; step++) {
                int row = Math.floorMod(pick + way * step * down, cloth.rows());
                int column = Math.floorMod(end + way * step * across, cloth.columns());
                if (cloth.get(row, column) != cloth.get(pick, end)) {
                    break;
                }
                length++;
            }
        }
        return length;
    }
}
