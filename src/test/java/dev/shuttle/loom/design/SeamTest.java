package dev.shuttle.loom.design;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a point paper meets itself. */
class SeamTest {
    /** Four lines of four ends. */
    private static PointPaper paper(String cells) {
        byte[] labels = new byte[16];
        for (int i = 0; i < 16; i++) {
            labels[i] = (byte) (cells.charAt(i) - '0');
        }
        Palette palette =
                new Palette(List.of(new PaletteColour(0, Rgb.WHITE, 1, 0.5), new PaletteColour(1, Rgb.BLACK, 1, 0.5)));
        return new PointPaper(4, 4, labels, palette, Density.SQUARE);
    }

    @ParameterizedTest
    @CsvSource({
        "0000000000000000, STRAIGHT, 0",
        "0000000000001111, STRAIGHT, 0.5",
        "1000000000000000, STRAIGHT, 0.25",
        "1000000000000000, MIRROR, 0",
        "0001000010000000, STRAIGHT, 0.375",
        "0001000010000000, HALF_DROP, 0.125",
        "0001000010000000, MIRROR_ACROSS, 0.125",
        "0001000010000000, MIRROR_DOWN, 0.25",
        "1100000000000011, HALF_BRICK, 0.25",
        "1100000000000011, STRAIGHT, 0.75",
        "0001000000000001, TURN, 0",
        "0001000000000000, TURN, 0.25"
    })
    void theBorderIsComparedWithItsNeighbour(String cells, Repeat repeat, double mismatch) {
        assertThat(Seam.mismatch(paper(cells), repeat)).isEqualTo(mismatch);
    }
}
