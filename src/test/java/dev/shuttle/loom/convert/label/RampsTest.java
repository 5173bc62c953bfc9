package dev.shuttle.loom.convert.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RampsTest {
    private static final Map<Character, Integer> GREYS = Map.of('w', 0xffffff, 'g', 0x808080, 'b', 0, 'r', 0xc02020);

    @Test
    void theShareOfAMixtureIsFoundAgain() {
        RandomGenerator random = new SplittableRandom(7);
        for (int round = 0; round < 2000; round++) {
            int one = random.nextInt(1 << 24);
            int other = random.nextInt(1 << 24);
            double share = random.nextDouble(0.02, 0.98);
            if (Ramps.length(one, other) > 40 * 40) {
                assertThat(Ramps.share(Sketch.mixed(one, other, share), one, other, 0.08f))
                        .as("seed 7, round %d: %06x and %06x", round, one, other)
                        .isCloseTo((float) share, within(0.02f));
            }
        }
    }

    @Test
    void aColourOffTheLineIsNoMixture() {
        assertThat(Ramps.share(0xc02020, 0xffffff, 0, 0.08f)).isEqualTo(-1);
        assertThat(Ramps.share(0x808080, 0xffffff, 0, 0.08f)).isCloseTo(0.5f, within(0.01f));
    }

    @Test
    void twoColoursMuchAlikeHaveNothingBetweenThem() {
        assertThat(Ramps.share(0x404141, 0x404040, 0x404142, 0.08f)).isEqualTo(-1);
    }

    @Test
    void theMiddleOfASoftEdgeIsARampAndNoOther() {
        PixelRows rows = new PixelRows(Sketch.picture(GREYS, "wwgbb", "wwgbb", "wwgbb"), 1);
        rows.moveTo(1);
        assertThat(Ramps.isRamp(rows, 2)).isTrue();
        assertThat(Ramps.isRamp(rows, 0)).isFalse();
        assertThat(Ramps.isRamp(rows, 3)).isFalse();
    }

    @Test
    void aPixelIsWithinAnAreaWhereAllEightAroundItAreAlike() {
        PixelRows rows = new PixelRows(Sketch.picture(GREYS, "wwwr", "wwww", "wwww", "wwww"), 1);
        rows.moveTo(1);
        assertThat(Ramps.isWithinArea(rows, 1)).isTrue();
        assertThat(Ramps.isWithinArea(rows, 2)).isFalse();
        assertThat(Ramps.isFlat(rows, 2)).isTrue();
    }

    @Test
    void aLineOnePixelWideIsNotFlat() {
        PixelRows rows = new PixelRows(Sketch.picture(GREYS, "wbw", "wbw", "wbw"), 1);
        rows.moveTo(1);
        assertThat(Ramps.isFlat(rows, 1)).isFalse();
    }
}
