package dev.shuttle.loom.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.convert.clean.LabelMaps;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeaveAnalysisTest {
    private static LiftPlan plan(String... rows) {
        BitGrid grid = new BitGrid(rows.length, rows[0].length());
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < grid.columns(); column++) {
                if (rows[row].charAt(column) == 'X') {
                    grid.set(row, column);
                }
            }
        }
        return LiftPlan.of(grid, PickPlan.constant(rows.length, 1));
    }

    @Test
    void tabbyHasNoFloatAndTheMostInterlacings() {
        WeaveAnalysis analysis = WeaveAnalysis.of(plan("X.X.", ".X.X", "X.X.", ".X.X"));
        assertThat(analysis.longest()).isEqualTo(new FloatBounds(1, 1, 1, 1));
        assertThat(analysis.hangsTogether()).isTrue();
        assertThat(analysis.interlacings()).isEqualTo(32);
        assertThat(analysis.firmness()).isEqualTo(1);
        assertThat(analysis.liftedShare()).isEqualTo(0.5);
        assertThat(analysis.load()).isEqualTo(new LiftLoad(2, 2, 2, 0));
    }

    @Test
    void floatsGoOnAcrossTheSeam() {
        WeaveAnalysis analysis = WeaveAnalysis.of(plan("..X..", "X.X.X", ".X.X.", "X.X.X"));
        assertThat(analysis.wefts().get(0).face().counts()).containsEntry(4, 1L);
        assertThat(analysis.longest().weftFace()).isEqualTo(4);
        assertThat(analysis.load().jump()).isEqualTo(2);
    }

    @Test
    void threadsThatLieLooseAreFound() {
        assertThat(WeaveAnalysis.of(plan("X.XX", ".XXX", "X.XX", ".XXX")).hangsTogether())
                .isFalse();
        assertThat(WeaveAnalysis.of(plan("X.X.", ".X.X", "....", ".X.X")).hangsTogether())
                .isFalse();
    }

    @Test
    void twoClothsOneAboveTheOtherDoNotHangTogether() {
        assertThat(WeaveAnalysis.of(plan("X...", "XXX.", "..X.", "X.XX")).hangsTogether())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "63, 4", "64, 7", "65, 9", "200, 3"})
    void theFloatsAreThoseThatAPlainCountFinds(int ends, int picks) {
        byte[] cells = LabelMaps.RANDOM.map(ends, picks, 2, 11);
        BitGrid grid = new BitGrid(picks, ends);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] != 0) {
                grid.set(i / ends, i % ends);
            }
        }
        FloatLengths face = new FloatLengths();
        FloatLengths back = new FloatLengths();
        SortedMap<Integer, Long> counted = new TreeMap<>();
        for (int pick = 0; pick < picks; pick++) {
            CyclicRuns.tally(grid, pick, back, face);
            count(cells, pick * ends, ends, counted);
        }
        assertThat(face.with(back).counts()).isEqualTo(counted);
        assertThat(grid.transposed().transposed()).isEqualTo(grid);
        assertThat(grid.complemented().complemented()).isEqualTo(grid);
        assertThat(grid.complemented()).isNotEqualTo(grid);
    }

    /** From every cell that differs from the one before it, how far it goes on; all equal: one run. */
    private static void count(byte[] cells, int from, int ends, SortedMap<Integer, Long> counted) {
        boolean found = false;
        for (int end = 0; end < ends; end++) {
            if (cells[from + end] != cells[from + (end + ends - 1) % ends]) {
                int length = 1;
                while (cells[from + (end + length) % ends] == cells[from + end]) {
                    length++;
                }
                counted.merge(length, 1L, Long::sum);
                found = true;
            }
        }
        if (!found) {
            counted.merge(ends, 1L, Long::sum);
        }
    }

    @Test
    void bindersAreCountedAmongTheMains() {
        LiftPlan plan = WeftFaced.samitum(2).weave(new FaceMap(12, 6, new byte[72]));
        WeaveAnalysis analysis = WeaveAnalysis.of(plan);
        assertThat(analysis.ends()).isEqualTo(18);
        assertThat(analysis.picks()).isEqualTo(12);
        assertThat(analysis.wefts().get(0).face().counts()).containsOnlyKeys(8);
        assertThat(analysis.wefts().get(1).back().longest()).isEqualTo(5);
        assertThat(analysis.all().over(8)).isZero();
        assertThat(analysis.all().over(7)).isEqualTo(12);
    }
}
