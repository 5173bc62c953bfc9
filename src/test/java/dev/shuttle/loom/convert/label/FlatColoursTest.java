package dev.shuttle.loom.convert.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.ColourHistogram;
import dev.shuttle.loom.colour.PaletteSearch;
import dev.shuttle.loom.convert.Pictures;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlatColoursTest {
    private static final RowBands TWO = new RowBands(2);

    @Test
    void ofAPhotographEveryPixelCountsOnce() {
        Picture photo = Pictures.photo(120, 90);
        assertThat(FlatColours.of(photo, TWO).total()).isEqualTo(120 * 90);
    }

    @Test
    void softEdgesOfArtworkAreNoColours() {
        Picture discs = Pictures.discs(240, 180, 0xf4ecd8, 0x102060, 0xc03030);
        ColourHistogram counted = FlatColours.of(discs, TWO);
        assertThat(PaletteSearch.free(counted, 3, List.of(), 0.5))
                .containsExactlyInAnyOrderElementsOf(Sketch.colours(0xf4ecd8, 0x102060, 0xc03030));
        assertThat(counted.total()).as("neither flat nor a ramp").isLessThan(240 * 180 / 100);
    }

    @Test
    void whatIsCountedDoesNotDependOnTheNumberOfWorkers() {
        for (Picture picture : List.of(Pictures.photo(150, 130), Pictures.discs(150, 130, 0xffffff, 0x204060))) {
            ColourHistogram one = FlatColours.of(picture, new RowBands(1));
            ColourHistogram several = FlatColours.of(picture, new RowBands(3));
            assertThat(PaletteSearch.free(several, 6, List.of(), 0.5))
                    .isEqualTo(PaletteSearch.free(one, 6, List.of(), 0.5));
        }
    }
}
