package dev.shuttle.loom.convert.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.work.RowBands;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegionCleaningTest {

    @ParameterizedTest
    @EnumSource(LabelMaps.class)
    void noRegionBelowTheMinimumIsLeft(LabelMaps kind) {
        for (int minimum : new int[] {2, 3, 9, 16, 50}) {
            for (int k : new int[] {2, 5, 16}) {
                byte[] labels = kind.map(97, 131, k, 7L * minimum + k);
                new RegionCleaning(97, 131, labels, LabelMaps.NO_COLOUR, 1).run(minimum, new RowBands(2));
                assertThat(LabelMaps.smallestRegion(labels, 97))
                        .as("%s, %d colours, minimum %d", kind, k, minimum)
                        .isGreaterThanOrEqualTo(minimum);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(LabelMaps.class)
    void theNumberOfThreadsDoesNotShow(LabelMaps kind) {
        byte[] one = kind.map(120, 700, 6, 3);
        byte[] three = one.clone();
        new RegionCleaning(120, 700, one, LabelMaps.NO_COLOUR, 1).run(9, new RowBands(1));
        new RegionCleaning(120, 700, three, LabelMaps.NO_COLOUR, 1).run(9, new RowBands(3));
        assertThat(three).isEqualTo(one);
    }

    /** Of a protected colour not a cell is given away; all else is as clean as ever. */
    @ParameterizedTest
    @EnumSource(LabelMaps.class)
    void aKeptLabelKeepsEveryCell(LabelMaps kind) {
        BitSet one = new BitSet();
        one.set(1);
        for (int minimum : new int[] {2, 9, 30}) {
            byte[] before = kind.map(97, 131, 5, 11L * minimum);
            byte[] labels = before.clone();
            new RegionCleaning(97, 131, labels, LabelMaps.NO_COLOUR, 1, false, KeptLabels.of(one))
                    .run(minimum, new RowBands(2));

            for (int cell = 0; cell < labels.length; cell++) {
                if (before[cell] == 1) {
                    assertThat(labels[cell])
                            .as("%s, minimum %d, cell %d", kind, minimum, cell)
                            .isEqualTo((byte) 1);
                }
            }
            assertThat(LabelMaps.smallestRegionBut(1, labels, 97))
                    .as("%s, minimum %d", kind, minimum)
                    .isGreaterThanOrEqualTo(minimum);
        }
    }

    @Test
    void anImageOfLargeRegionsIsLeftAlone() {
        byte[] labels = new byte[40 * 40];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (i % 40 / 10);
        }
        byte[] before = labels.clone();
        long removed = new RegionCleaning(40, 40, labels, LabelMaps.NO_COLOUR, 1).run(9, new RowBands(1));
        assertThat(removed).isZero();
        assertThat(labels).isEqualTo(before);
    }

    @Test
    void aThinDiagonalStrokeIsBridgedInsteadOfLost() {
        byte[] labels = LabelMaps.DIAGONAL_LINES.map(60, 60, 2, 1);
        CellCosts lineCosts = LabelMaps.costs((cell, label) -> {
            boolean line = Math.floorMod(cell % 60 - cell / 60, 13) == 0;
            return line == (label == 1) ? 0f : line ? 100f : 10f;
        });
        new RegionCleaning(60, 60, labels, lineCosts, 1).run(9, new RowBands(1));
        long line = 0;
        for (int y = 0; y < 60; y++) {
            line += labels[y * 60 + y];
        }
        assertThat(line).isGreaterThanOrEqualTo(57);
    }

    @Test
    void aCellAloneGoesToTheNeighbourThatSuitsItBest() {
        byte[] labels = new byte[40 * 40];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (i % 40 < 20 ? 0 : 1);
        }
        int alone = 15 * 40 + 19;
        labels[alone] = 2;
        CellCosts costs = LabelMaps.costs((cell, label) -> cell == alone && label == 0 ? 90f : 0f);

        long removed = new RegionCleaning(40, 40, labels, costs, 1).run(9, new RowBands(1));

        assertThat(removed).isEqualTo(1);
        assertThat(labels[alone]).isEqualTo((byte) 1);
    }

    @Test
    void aCellAloneIsJoinedToItsOwnColourAroundTheCornerWhereThatCostsLess() {
        byte[] labels = new byte[40 * 40];
        for (int y = 16; y < 30; y++) {
            for (int x = 20; x < 30; x++) {
                labels[y * 40 + x] = 1;
            }
        }
        int alone = 15 * 40 + 19;
        labels[alone] = 1;
        CellCosts costs = LabelMaps.costs((cell, label) -> cell == alone && label == 0 ? 90f : 0f);

        new RegionCleaning(40, 40, labels, costs, 1).run(9, new RowBands(1));

        assertThat(labels[alone]).isEqualTo((byte) 1);
        assertThat(LabelMaps.smallestRegion(labels, 40)).isGreaterThanOrEqualTo(9);
    }

    /** Wherever a bridge next to the border of a band cuts a region, what it leaves small is found. */
    @Test
    void noRegionBelowTheMinimumIsLeftWhereBandsMeet() {
        for (int seed = 0; seed < 40; seed++) {
            byte[] labels = LabelMaps.RANDOM.map(33, 260, 3, seed);
            new RegionCleaning(33, 260, labels, LabelMaps.NO_COLOUR, 1).run(9, new RowBands(2));
            assertThat(LabelMaps.smallestRegion(labels, 33)).as("seed %d", seed).isGreaterThanOrEqualTo(9);
        }
    }
}
