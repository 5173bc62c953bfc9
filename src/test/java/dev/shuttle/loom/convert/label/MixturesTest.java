package dev.shuttle.loom.convert.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class MixturesTest {
    private static final int[] COLOURS = {0xffffff, 0xc02020, 0x2030a0, 0x107838};
    private static final int[] LABELS = {0, 1, 2, 3};
    private static final ColourCosts COSTS = new ColourCosts(Sketch.colours(COLOURS));

    @Test
    void ofAPairTheLargerPartWins() {
        RandomGenerator random = new SplittableRandom(3);
        for (int round = 0; round < 500; round++) {
            int one = random.nextInt(4);
            int other = (one + 1 + random.nextInt(3)) % 4;
            double share = random.nextBoolean() ? random.nextDouble(0.05, 0.45) : random.nextDouble(0.55, 0.95);
            int rgb = Sketch.mixed(COLOURS[one], COLOURS[other], share);
            assertThat(Mixtures.ofPair(rgb, COSTS, new int[] {one, other}, 2, 0.08f))
                    .as("seed 3, round %d", round)
                    .isEqualTo(share < 0.5 ? one : other);
        }
    }

    @Test
    void whatNoPairExplainsHasNoAnswer() {
        assertThat(Mixtures.ofPair(COLOURS[3], COSTS, new int[] {0, 1, 2}, 3, 0.08f))
                .isEqualTo(-1);
    }

    @Test
    void aStrokeTooThinToShowItsColourIsExplainedByThePalette() {
        assertThat(Mixtures.withAny(Sketch.mixed(COLOURS[0], COLOURS[2], 0.6), COSTS, 0, 0.08f))
                .isEqualTo(2);
        assertThat(Mixtures.withAny(Sketch.mixed(COLOURS[0], COLOURS[2], 0.4), COSTS, 0, 0.08f))
                .isZero();
    }

    @Test
    void ofThreeTheLargestPartWins() {
        RandomGenerator random = new SplittableRandom(5);
        for (int round = 0; round < 500; round++) {
            int most = random.nextInt(3);
            double first = random.nextDouble(0.5, 0.6);
            double second = (1 - first) * random.nextDouble(0.3, 0.7);
            int rest = Sketch.mixed(COLOURS[(most + 1) % 3], COLOURS[(most + 2) % 3], second / (1 - first));
            int rgb = Sketch.mixed(rest, COLOURS[most], first);
            assertThat(Mixtures.ofThree(rgb, COSTS, LABELS, 3))
                    .as("seed 5, round %d: %.2f of %d", round, first, most)
                    .isEqualTo(most);
        }
    }

    /** Red covers a part of a pixel of white, then blue a part of all that: the one with the larger area has the pixel. */
    @Test
    void whereTwoAreasMeetOverAGroundTheGroundGetsNothing() {
        for (double red = 0.2; red < 0.9; red += 0.1) {
            int first = Sketch.mixed(COLOURS[0], COLOURS[1], red);
            int both = Sketch.mixed(first, COLOURS[2], 1 - red);
            int label = Mixtures.overGround(both, COSTS, 1, 2);
            assertThat(label).as("red %.1f", red).isIn(1, 2);
            if (Math.abs(red - 0.5) > 0.06) {
                assertThat(label).as("red %.1f", red).isEqualTo(red > 0.5 ? 1 : 2);
            }
        }
    }
}
