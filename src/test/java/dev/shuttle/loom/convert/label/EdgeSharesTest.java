package dev.shuttle.loom.convert.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.convert.grid.AreaMajority;
import dev.shuttle.loom.convert.grid.PixelShares;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import org.junit.jupiter.api.Test;

class EdgeSharesTest {
    private static final RowBands ONE = new RowBands(1);
    private static final int WHITE = 0xffffff;

    /** White with a black bar over pixel 1 and a part of those beside it; three pixels to a cell. */
    private static byte[] cells(double aside) {
        Picture picture = Picture.blank(6, 6);
        byte[] labels = new byte[36];
        for (int i = 0; i < 36; i++) {
            int x = i % 6;
            picture.set(x, i / 6, x == 1 ? 0 : x == 0 || x == 2 ? Sketch.mixed(WHITE, 0, aside) : WHITE);
            labels[i] = (byte) (x == 1 ? 1 : 0);
        }
        PixelShares shares = EdgeShares.of(picture, new ColourCosts(Sketch.colours(WHITE, 0)), labels, ONE);
        assertThat(shares.labels()).isSameAs(labels);
        return AreaMajority.of(shares, 6, 6, 2, 2, ONE);
    }

    @Test
    void whatTheOtherSideHasOfAPixelCountsInItsCell() {
        assertThat(cells(0.4)).as("1.8 of 3").containsExactly(1, 0, 1, 0);
    }

    /** By labels alone both would be the same. */
    @Test
    void aNarrowerBarDoesNotHaveTheCell() {
        Picture picture = Picture.blank(4, 4);
        byte[] labels = new byte[16];
        for (int i = 0; i < 16; i++) {
            int x = i % 4;
            picture.set(x, i / 4, x == 0 ? Sketch.mixed(WHITE, 0, 0.55) : WHITE);
            labels[i] = (byte) (x == 0 ? 1 : 0);
        }
        ColourCosts costs = new ColourCosts(Sketch.colours(WHITE, 0));
        PixelShares shares = EdgeShares.of(picture, costs, labels, ONE);
        assertThat(AreaMajority.of(shares, 4, 4, 2, 2, ONE)).containsOnly(0);
    }
}
