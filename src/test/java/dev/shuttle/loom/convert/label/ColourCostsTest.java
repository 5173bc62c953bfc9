package dev.shuttle.loom.convert.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shuttle.loom.convert.Pictures;
import dev.shuttle.loom.convert.clean.CellCosts;
import dev.shuttle.loom.convert.grid.LabelContrast;
import dev.shuttle.loom.image.Picture;
import org.junit.jupiter.api.Test;

class ColourCostsTest {
    private static final int[] COLOURS = {0xffffff, 0x000000, 0xc03030, 0xb82f31, 0x2a5f9e};

    private final ColourCosts costs = new ColourCosts(Sketch.colours(COLOURS));

    @Test
    void aColourCostsLeastByItsOwnLabel() {
        for (int own = 0; own < COLOURS.length; own++) {
            assertThat(costs.cost(COLOURS[own], own)).as("%06x", COLOURS[own]).isLessThan(2);
            for (int other = 0; other < COLOURS.length; other++) {
                assertThat(costs.cost(COLOURS[own], other)).isGreaterThanOrEqualTo(costs.cost(COLOURS[own], own));
            }
        }
    }

    @Test
    void contrastIsADistance() {
        LabelContrast contrast = costs.contrast();
        for (int one = 0; one < COLOURS.length; one++) {
            assertThat(contrast.apart(one, one)).isZero();
            for (int other = 0; other < COLOURS.length; other++) {
                assertThat(contrast.apart(one, other)).isEqualTo(contrast.apart(other, one));
                for (int third = 0; third < COLOURS.length; third++) {
                    assertThat(contrast.apart(one, other))
                            .isLessThanOrEqualTo(contrast.apart(one, third) + contrast.apart(third, other) + 1e-3f);
                }
            }
        }
        assertThat(contrast.apart(0, 1)).as("black to white").isCloseTo(100, within(0.5f));
    }

    @Test
    void aPicturesPixelsCostWhatTheirColoursCost() {
        Picture photo = Pictures.photo(40, 30);
        CellCosts cells = costs.of(photo);
        for (int cell = 0; cell < 1200; cell++) {
            for (int label = 0; label < COLOURS.length; label++) {
                assertThat(cells.cost(cells.place(cell), label))
                        .isEqualTo(costs.cost(photo.rgb(cell % 40, cell / 40), label));
            }
        }
    }

    @Test
    void onlyColoursThatABinMayHoldBothAreAmbiguous() {
        assertThat(costs.isAmbiguous(0)).isFalse();
        assertThat(costs.isAmbiguous(2)).isTrue();
        assertThat(costs.nearestAlike(COLOURS[3], 2)).isEqualTo(3);
        assertThat(costs.nearestAlike(COLOURS[2], 3)).isEqualTo(2);
        assertThat(costs.nearestAlike(COLOURS[1], 0))
                .as("white has nothing like it")
                .isZero();
    }
}
