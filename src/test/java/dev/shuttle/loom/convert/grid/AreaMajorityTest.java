package dev.shuttle.loom.convert.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.work.RowBands;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AreaMajorityTest {
    private static final RowBands ONE = new RowBands(1);

    @ParameterizedTest
    @ValueSource(ints = {40, 41, 42, 43, 44, 45})
    void anUprightLineOfHalfAThreadSurvivesWherever(int x) {
        byte[] labels = new byte[120 * 90];
        for (int y = 0; y < 90; y++) {
            labels[y * 120 + x] = 1;
            labels[y * 120 + x + 1] = 1;
        }
        byte[] cells = AreaMajority.of(labels, 120, 90, 30, 45, ONE);
        for (int line = 0; line < 45; line++) {
            byte[] row = Arrays.copyOfRange(cells, line * 30, (line + 1) * 30);
            int sum = 0;
            for (byte label : row) {
                sum += label;
            }
            assertThat(sum).as("line %d of the stroke at %d", line, x).isEqualTo(1);
        }
    }

    @Test
    void withoutThinStrokesEveryCellShowsItsMajority() {
        byte[] labels = new byte[60 * 60];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (i % 60 < 31 ? 0 : 1);
        }
        byte[] cells = AreaMajority.of(labels, 60, 60, 20, 10, ONE);
        for (int i = 0; i < cells.length; i++) {
            assertThat(cells[i]).isEqualTo((byte) (i % 20 < 10 ? 0 : 1));
        }
    }

    @Test
    void aPixelOnAnEdgeCountsForBothItsSides() {
        byte[] labels = {0, 0, 1};
        byte[] others = {1, 1, 1};
        byte[] parts = {PixelShares.part(0.4f), PixelShares.part(0.4f), 0};
        assertThat(AreaMajority.of(labels, 3, 1, 1, 1, ONE)).containsExactly(0);
        assertThat(AreaMajority.of(new PixelShares(labels, others, parts), 3, 1, 1, 1, ONE))
                .containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(floats = {0.1f, 0.3f, 0.5f, 0.7f, 0.9f})
    void aLineOfHalfAThreadSurvivesWhereverItLiesBetweenThePixels(float offset) {
        int width = 120;
        byte[] labels = new byte[width * 90];
        byte[] others = new byte[labels.length];
        byte[] parts = new byte[labels.length];
        for (int y = 0; y < 90; y++) {
            int at = y * width + 44;
            labels[at] = (byte) (offset < 0.5f ? 1 : 0);
            others[at] = (byte) (1 - labels[at]);
            parts[at] = PixelShares.part(Math.min(offset, 1 - offset));
            labels[at + 1] = 1;
            labels[at + 2] = (byte) (1 - labels[at]);
            others[at + 2] = labels[at];
            parts[at + 2] = parts[at];
        }
        byte[] cells = AreaMajority.of(new PixelShares(labels, others, parts), width, 90, 30, 45, ONE);
        for (int line = 0; line < 45; line++) {
            int sum = 0;
            for (int end = 0; end < 30; end++) {
                sum += cells[line * 30 + end];
            }
            assertThat(sum).as("line %d", line).isEqualTo(1);
        }
    }

    @Test
    void anEnlargedDiscIsRoundAndNotMadeOfBlocks() {
        byte[] labels = new byte[40 * 40];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (Math.hypot(i % 40 - 19.5, i / 40.0 - 19.5) < 12 ? 1 : 0);
        }
        byte[] cells = AreaMajority.of(labels, 40, 40, 320, 320, ONE);
        int wrong = 0;
        for (int i = 0; i < cells.length; i++) {
            boolean inside = Math.hypot(i % 320 - 159.5, i / 320.0 - 159.5) < 96;
            wrong += inside == (cells[i] == 1) ? 0 : 1;
        }
        assertThat(wrong / (double) cells.length).isLessThan(0.015);
    }

    @Test
    void theOwnGridIsReturnedAsItIs() {
        byte[] labels = new byte[12];
        assertThat(AreaMajority.of(labels, 4, 3, 4, 3, ONE)).isSameAs(labels);
    }
}
