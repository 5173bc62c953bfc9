package dev.shuttle.loom.convert.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.Pictures;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestLabelsTest {
    private static final RowBands TWO = new RowBands(2);
    private static final List<Rgb> FAR_APART = Sketch.colours(0xf4ecd8, 0x102060, 0xc03030, 0x208040, 0x808080);

    @Test
    void noOtherColourIsNearer() {
        Picture photo = Pictures.photo(90, 70);
        ColourCosts costs = new ColourCosts(FAR_APART);
        byte[] labels = NearestLabels.of(photo, costs, TWO).labels();
        for (int i = 0; i < labels.length; i++) {
            int rgb = photo.rgb(i % 90, i / 90);
            double least = IntStream.range(0, 5)
                    .mapToDouble(label -> costs.cost(rgb, label))
                    .min()
                    .orElseThrow();
            assertThat((double) costs.cost(rgb, labels[i] & 0x7f))
                    .as("pixel %d", i)
                    .isEqualTo(least);
            assertThat((labels[i] & NearestLabels.IMPURE) != 0)
                    .as("pixel %d", i)
                    .isEqualTo(least > 9);
        }
    }

    /** They are in one bin of the histogram, so that the bin alone would give both to one of them. */
    @Test
    void coloursThatShareABinAreKeptApart() {
        Picture picture = Picture.blank(8, 2);
        for (int i = 0; i < 16; i++) {
            picture.set(i % 8, i / 8, i % 8 < 4 ? 0xffc800 : 0xffca02);
        }
        byte[] labels = NearestLabels.of(picture, new ColourCosts(Sketch.colours(0xffc800, 0xffca02)), TWO)
                .labels();
        assertThat(Sketch.text(labels, 8)).containsExactly("00001111", "00001111");
    }

    @Test
    void artworkIsPlainAndAPhotographIsNot() {
        ColourCosts costs = new ColourCosts(FAR_APART);
        Picture discs = Pictures.discs(180, 120, 0xf4ecd8, 0x102060, 0xc03030);
        assertThat(NearestLabels.of(discs, costs, TWO).plainShare()).isGreaterThan(0.9);
        assertThat(NearestLabels.of(Pictures.photo(180, 120), costs, TWO).plainShare())
                .isLessThan(0.1);
    }

    @Test
    void theFlagComesOffAndLeavesTheLabel() {
        ColourCosts costs = new ColourCosts(FAR_APART);
        Picture photo = Pictures.photo(60, 40);
        byte[] flagged = NearestLabels.of(photo, costs, TWO).labels().clone();
        byte[] plain = NearestLabels.of(photo, costs, TWO).withoutFlags(TWO);
        for (int i = 0; i < plain.length; i++) {
            assertThat(plain[i]).isEqualTo((byte) (flagged[i] & 0x7f));
        }
    }
}
