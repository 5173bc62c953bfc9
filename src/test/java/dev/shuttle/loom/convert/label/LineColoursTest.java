package dev.shuttle.loom.convert.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.ColourHistogram;
import dev.shuttle.loom.colour.Rgb;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineColoursTest {
    private static final int WHITE = 0xffffff;
    private static final int RED = 0xc02020;
    private static final List<Rgb> AREAS = Sketch.colours(WHITE, 0x203080);

    private static ColourHistogram counted(int colour, double... shares) {
        ColourHistogram all = new ColourHistogram();
        all.add(WHITE, 1000);
        all.add(0x203080, 500);
        for (double share : shares) {
            all.add(Sketch.mixed(WHITE, colour, share), 20);
        }
        return all;
    }

    @Test
    void whatMixturesOfKnownColoursShowIsNoFurtherColour() {
        ColourHistogram all = counted(0x203080, 0.2, 0.4, 0.6, 0.8);
        assertThat(LineColours.with(AREAS, all, Mixing.RENDERED, 8, 5, 10)).isEqualTo(AREAS);
    }

    @Test
    void aColourThatIsOnlyInLinesIsFoundByItsMixtures() {
        ColourHistogram all = counted(RED, 0.2, 0.4, 0.6, 0.8, 1);
        List<Rgb> found = LineColours.with(AREAS, all, Mixing.RENDERED, 8, 5, 10);
        assertThat(found).hasSize(3).startsWith(AREAS.toArray(Rgb[]::new)).contains(Rgb.of(RED));
    }

    @Test
    void whereTooMuchStaysUnexplainedItIsNoDrawing() {
        ColourHistogram all = counted(RED, 1);
        for (int colour : new int[] {0x00a000, 0xf0d010, 0x10c0c0, 0xd010d0, 0x604020, 0x102010, 0xff8000, 0x80ff40}) {
            all.add(colour, 3);
        }
        assertThat(LineColours.with(AREAS, all, Mixing.RENDERED, 8, 5, 10)).isEmpty();
    }

    @Test
    void noMoreThanTheLimit() {
        ColourHistogram all = counted(RED, 1);
        all.add(0x107838, 20);
        assertThat(LineColours.with(AREAS, all, Mixing.RENDERED, 3, 5, 100)).hasSize(3);
    }
}
