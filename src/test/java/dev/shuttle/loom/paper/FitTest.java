package dev.shuttle.loom.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shuttle.loom.paper.KnownPaper.Cells;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A paper is tiled, padded or cropped only where that is asked. */
class FitTest {
    private static final long MOST = 10_000_000;

    private static Cells paper(int ends, int lines, Random random) {
        byte[] labels = new byte[ends * lines];
        for (int cell = 0; cell < labels.length; cell++) {
            labels[cell] = (byte) (1 + random.nextInt(5));
        }
        return new Cells(ends, lines, labels);
    }

    @Test
    void aPaperThatFitsIsLeftAsItIs() throws Exception {
        Cells paper = paper(120, 30, new Random(1));
        for (Fit fit : Fit.values()) {
            assertThat(fit.of(paper, 60, 15, MOST)).isSameAs(paper);
        }
    }

    @Test
    void onlyWhatIsAddedOrLeftOutIsOther() throws Exception {
        for (int seed = 1; seed <= 50; seed++) {
            Random random = new Random(seed);
            Cells paper = paper(20 + random.nextInt(80), 20 + random.nextInt(80), random);
            int endsRepeat = 2 + random.nextInt(10);
            int linesRepeat = 2 + random.nextInt(10);
            for (Fit fit : new Fit[] {Fit.TILE, Fit.PAD, Fit.CROP}) {
                Cells fitted = fit.of(paper, endsRepeat, linesRepeat, MOST);

                assertThat(fitted.ends() % endsRepeat).isZero();
                assertThat(fitted.lines() % linesRepeat).isZero();
                for (int line = 0; line < fitted.lines(); line++) {
                    for (int end = 0; end < fitted.ends(); end++) {
                        boolean isInside = end < paper.ends() && line < paper.lines();
                        int expected = isInside || fit == Fit.TILE
                                ? paper.labels()[line % paper.lines() * paper.ends() + end % paper.ends()]
                                : 0;
                        assertThat((int) fitted.labels()[line * fitted.ends() + end])
                                .as("%s, seed %d", fit, seed)
                                .isEqualTo(expected);
                    }
                }
            }
        }
    }

    @Test
    void otherwiseTheNearestSizesAreNamed() {
        assertThatThrownBy(() -> Fit.REFUSE.of(paper(70, 70, new Random(1)), 60, 15, MOST))
                .isInstanceOf(PaperException.class)
                .hasMessageContaining("70 × 70 cells do not fit the weave, which repeats every 60 ends and 15 lines")
                .hasMessageContaining("60 or 120 ends, 60 or 75 lines");
    }
}
