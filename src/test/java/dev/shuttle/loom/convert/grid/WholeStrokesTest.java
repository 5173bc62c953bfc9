package dev.shuttle.loom.convert.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.work.RowBands;
import org.junit.jupiter.api.Test;

class WholeStrokesTest {
    private static final int SIDE = 24;
    private static final LabelContrast FAR = (one, other) -> one == other ? 0 : 60;
    private static final LabelContrast FAINT = (one, other) -> one == other ? 0 : 20;

    private final byte[] cells = new byte[SIDE * SIDE];

    private boolean[] hold(LabelContrast contrast, LineKind kind, int minimum) {
        WholeStrokes whole = WholeStrokes.of(
                cells,
                SIDE,
                SIDE,
                (cell, label) -> 1,
                contrast,
                kind,
                minimum,
                null,
                new int[] {0xffffff, 0xd0d0d0, 0},
                new RowBands(2));
        System.arraycopy(whole.cells(), 0, cells, 0, cells.length);
        return whole.strokes();
    }

    /** A diagonal of label 2 over grounds 0 and 1. */
    private void drawDiagonal(int length) {
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (byte) (i % SIDE < 9 ? 0 : 1);
        }
        for (int n = 0; n < length; n++) {
            cells[(3 + n) * SIDE + 3 + n] = 2;
        }
    }

    /** Cells of label 2 from which no way over straight neighbours leads to the first. */
    private int loose() {
        boolean[] reached = new boolean[cells.length];
        boolean grown = true;
        reached[3 * SIDE + 3] = true;
        while (grown) {
            grown = false;
            for (int i = SIDE; i < cells.length - SIDE; i++) {
                boolean beside = reached[i - 1] || reached[i + 1] || reached[i - SIDE] || reached[i + SIDE];
                if (cells[i] == 2 && !reached[i] && beside) {
                    reached[i] = true;
                    grown = true;
                }
            }
        }
        int loose = 0;
        for (int i = 0; i < cells.length; i++) {
            loose += cells[i] == 2 && !reached[i] ? 1 : 0;
        }
        return loose;
    }

    @Test
    void aDiagonalIsJoinedOverAllGrounds() {
        drawDiagonal(16);
        boolean[] strokes = hold(FAR, LineKind.DRAWN, 40);
        assertThat(loose()).isZero();
        for (int n = 0; n < 16; n++) {
            assertThat(strokes[(3 + n) * SIDE + 3 + n]).as("cell %d", n).isTrue();
        }
    }

    @Test
    void piecesLargeEnoughAreNotThickened() {
        for (int n = 0; n < 18; n++) {
            cells[(4 + n / 9) * SIDE + 3 + n] = 2;
        }
        byte[] before = cells.clone();
        boolean[] strokes = hold(FAR, LineKind.DRAWN, 9);
        assertThat(cells).isEqualTo(before);
        assertThat(strokes[4 * SIDE + 5]).as("a stroke all the same").isTrue();
    }

    @Test
    void lessThanEightCellsAreNoStroke() {
        drawDiagonal(7);
        byte[] before = cells.clone();
        assertThat(hold(FAR, LineKind.DRAWN, 9)).isEmpty();
        assertThat(cells).isEqualTo(before);
    }

    @Test
    void areasAreNoStrokes() {
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (byte) (i % SIDE > 10 && i / SIDE > 10 ? 1 : 0);
        }
        assertThat(hold(FAR, LineKind.DRAWN, 9)).isEmpty();
    }

    @Test
    void whatIsFaintInAPhotographIsTexture() {
        drawDiagonal(16);
        byte[] before = cells.clone();
        assertThat(hold(FAINT, LineKind.SEEN, 9)).isEmpty();
        assertThat(cells).isEqualTo(before);
        hold(FAR, LineKind.SEEN, 9);
        assertThat(cells).as("a clear one is held").isNotEqualTo(before);
    }

    /** The soft edge of an area lies between two that differ more than it does from either. */
    @Test
    void aShadeBetweenTwoAreasOfAPhotographIsNoStroke() {
        for (int i = 0; i < cells.length; i++) {
            int side = i % SIDE - Math.floorDiv(i, SIDE);
            cells[i] = (byte) (side < 0 ? 0 : side == 0 ? 2 : 1);
        }
        LabelContrast between = (one, other) -> one == other ? 0 : one == 2 || other == 2 ? 40 : 80;
        assertThat(hold(between, LineKind.SEEN, 9)).isEmpty();
    }
}
