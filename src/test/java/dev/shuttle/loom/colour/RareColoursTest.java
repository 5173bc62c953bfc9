package dev.shuttle.loom.colour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.convert.LoomDesign;
import dev.shuttle.loom.convert.LoomEngine;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.image.Picture;
import org.junit.jupiter.api.Test;

/** A rare colour that is drawn stays where near ones can be told apart less. */
class RareColoursTest {
    private static final int[] BARS = {0xa082cd, 0x9a7cc8, 0xa688d2, 0x9476c2, 0xffffff};

    /** Bars of four near violets and white, with a small field in another colour. */
    private static LoomDesign drawn(int field, int colours) {
        Picture picture = Picture.blank(400, 300);
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 400; x++) {
                boolean inside = x >= 30 && x < 46 && y >= 100 && y < 116;
                picture.set(x, y, inside ? field : BARS[x / 80]);
            }
        }
        return new LoomEngine(1).design(picture, Recipe.faithful(colours));
    }

    @Test
    void aRedFieldStaysRedAndTwoVioletsBecomeOne() {
        for (int field : new int[] {0xc01818, 0x1040b0, 0x106020}) {
            assertThat(drawn(field, 5).pointPaper().palette().packed())
                    .hasSize(5)
                    .contains(field);
        }
    }

    @Test
    void whereThereIsRoomNothingIsGivenUp() {
        assertThat(drawn(0xc01818, 6).pointPaper().palette().packed())
                .containsExactlyInAnyOrder(0xa082cd, 0x9a7cc8, 0xa688d2, 0x9476c2, 0xffffff, 0xc01818);
    }
}
