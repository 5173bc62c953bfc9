package dev.shuttle.loom.convert.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import org.junit.jupiter.api.Test;

/** What the picture shows as a line gets a label, whatever the label map shows of it. */
class SeenStrokesTest {
    private static final int SIDE = 60;
    private static final int[] COLOURS = {0xf0f0e8, 0x2040a0, 0x101010};

    private final byte[] cells = new byte[SIDE * SIDE];
    private final Picture picture = Picture.blank(SIDE, SIDE);

    /** Two grounds, label 0 and 1, and the share of a line that the picture shows in each cell of a row. */
    private void draw(double share) {
        for (int i = 0; i < cells.length; i++) {
            int x = i % SIDE;
            int y = Math.floorDiv(i, SIDE);
            cells[i] = (byte) (x < 30 ? 0 : 1);
            picture.set(x, y, y == 30 && x >= 8 && x < 52 ? mixed(COLOURS[cells[i]], share) : COLOURS[cells[i]]);
        }
    }

    private static int mixed(int ground, double share) {
        int rgb = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double level = (ground >> shift & 255) * (1 - share) + (COLOURS[2] >> shift & 255) * share;
            rgb |= (int) Math.round(level) << shift;
        }
        return rgb;
    }

    /** How many cells of the row show the line's label. */
    private long shown() {
        WholeStrokes whole = WholeStrokes.of(
                cells,
                SIDE,
                SIDE,
                (cell, label) -> StrokeEvidence.apart(picture.rgb(cell % SIDE, cell / SIDE), COLOURS[label]) / 40f,
                (one, other) -> one == other ? 0 : 60,
                LineKind.DRAWN,
                9,
                picture,
                COLOURS,
                new RowBands(2));
        long shown = 0;
        for (int x = 0; x < SIDE; x++) {
            shown += whole.cells()[30 * SIDE + x] == 2 ? 1 : 0;
        }
        return shown;
    }

    @Test
    void aLineThatTheLabelsMissIsDrawnOverBothGrounds() {
        draw(1);
        assertThat(shown()).isBetween(43L, 45L);
    }

    @Test
    void soIsOneThatHasSixTenthsOfItsCells() {
        draw(0.6);
        assertThat(shown()).isBetween(43L, 45L);
    }

    @Test
    void whereThePictureShowsNoneNoneIsDrawn() {
        draw(0);
        assertThat(shown()).isZero();
    }

    @Test
    void whatIsLabelledAlreadyIsNotThickened() {
        draw(1);
        for (int x = 8; x < 52; x++) {
            cells[30 * SIDE + x] = 2;
        }
        byte[] before = cells.clone();
        assertThat(shown()).isEqualTo(44);
        assertThat(cells).isEqualTo(before);
    }
}
