package dev.shuttle.loom.convert.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.Pictures;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.util.List;
import org.junit.jupiter.api.Test;

class RampResolutionTest {
    private static final RowBands TWO = new RowBands(2);
    private static final int WHITE = 0xffffff;
    private static final int BLACK = 0x101010;

    private static byte[] resolved(Picture picture, List<Rgb> colours) {
        ColourCosts costs = new ColourCosts(colours);
        byte[] labels = RampResolution.resolve(picture, costs, NearestLabels.of(picture, costs, TWO), TWO);
        for (int i = 0; i < labels.length; i++) {
            labels[i] &= 0x7f;
        }
        return labels;
    }

    /** Grey is a colour of the palette, and what half of a black edge looks like; nothing beside the discs is grey. */
    @Test
    void nextToNoPixelOfAnEdgeGetsAThirdColourThatIsNotBesideIt() {
        Picture discs = Pictures.discs(180, 120, WHITE, BLACK, 0xc03030);
        byte[] labels = resolved(discs, Sketch.colours(WHITE, BLACK, 0xc03030, 0x888888, 0xe09898));
        int third = 0;
        for (byte label : labels) {
            third += label > 2 ? 1 : 0;
        }
        // where a disc touches a row of pixels, a few side by side show just the grey or the pink
        assertThat(third).as("grey and pink pixels").isLessThan(labels.length / 1000);
    }

    @Test
    void aPixelGoesToTheSideThatHasMostOfIt() {
        Picture discs = Pictures.discs(240, 180, WHITE, BLACK, 0x2a5f9e, 0xc03030);
        byte[] labels = resolved(discs, Sketch.colours(WHITE, BLACK, 0x2a5f9e, 0xc03030, 0x888888));
        int wrong = 0;
        for (int i = 0; i < labels.length; i++) {
            int[] votes = new int[5];
            for (int s = 0; s < 64; s++) {
                double x = i % 240 + (s % 8 + 0.5) / 8;
                double y = Math.floorDiv(i, 240) + (Math.floorDiv(s, 8) + 0.5) / 8;
                votes[Pictures.disc(x, y, 4)]++;
            }
            wrong += votes[labels[i]] < 26 ? 1 : 0;
        }
        assertThat(wrong)
                .as("pixels given to a side with less than 40 %% of them")
                .isLessThan(labels.length / 2000);
    }

    @Test
    void aThinOutlineBetweenTwoColoursKeepsItsOwn() {
        Picture picture = Picture.blank(40, 20);
        for (int i = 0; i < 800; i++) {
            int x = i % 40;
            int soft = x == 19 ? Sketch.mixed(0xf0d060, BLACK, 0.4) : Sketch.mixed(0xa0d0f0, BLACK, 0.4);
            picture.set(x, i / 40, x < 19 ? 0xf0d060 : x > 22 ? 0xa0d0f0 : x == 20 || x == 21 ? BLACK : soft);
        }
        byte[] labels = resolved(picture, Sketch.colours(0xf0d060, 0xa0d0f0, BLACK));
        assertThat(Sketch.text(labels, 40)).containsOnly("0".repeat(20) + "22" + "1".repeat(18));
    }

    @Test
    void aPhotographIsLeftAsItIsButForTheFlags() {
        Picture photo = Pictures.photo(80, 60);
        List<Rgb> colours = Sketch.colours(0xf4ecd8, 0x102060, 0xc03030, 0x208040);
        ColourCosts costs = new ColourCosts(colours);
        byte[] nearest = NearestLabels.of(photo, costs, TWO).withoutFlags(TWO);
        assertThat(resolved(photo, colours)).isEqualTo(nearest);
    }

    @Test
    void whatShowsAColourOfThePaletteIsFixed() {
        Picture picture = Picture.blank(20, 20);
        ColourCosts costs = new ColourCosts(Sketch.colours(WHITE, 0));
        byte[] labels = RampResolution.resolve(picture, costs, NearestLabels.of(picture, costs, TWO), TWO);
        assertThat(labels).containsOnly((byte) (1 | RampResolution.FIXED));
    }
}
