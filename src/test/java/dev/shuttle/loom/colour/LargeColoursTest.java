package dev.shuttle.loom.colour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However much weight rare colours get, a large area keeps its own colour. */
class LargeColoursTest {
    private static final int PIXELS = 100_000;
    /** Seen side by side at most, CIEDE2000. */
    private static final double NEAR = 2;

    /** A ground of one colour, and all the tints between it and vivid ones. */
    private static ColourHistogram ground(int rgb, double share, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        ColourHistogram histogram = new ColourHistogram();
        histogram.add(rgb, (int) (share * PIXELS));
        Lab ground = Lab.of(Rgb.of(rgb));
        for (int i = 0; i < (1 - share) * PIXELS; i++) {
            double angle = 2 * Math.PI * random.nextDouble();
            Lab vivid = new Lab(60, 70 * Math.cos(angle), 70 * Math.sin(angle));
            histogram.add(vivid.towards(ground, random.nextDouble()).rgb().packed(), 1);
        }
        return histogram;
    }

    @ParameterizedTest
    @CsvSource({"16777215, 0.6", "16777215, 0.3", "0, 0.3", "8421504, 0.3", "2105456, 0.3"})
    void aGroundKeepsItsColour(int rgb, double share) {
        for (long seed = 1; seed <= 3; seed++) {
            List<Rgb> palette = PaletteSearch.free(ground(rgb, share, seed), 8, List.of(), 2, 0.6);

            Lab ground = Lab.of(Rgb.of(rgb));
            assertThat(palette)
                    .as("seed " + seed)
                    .anySatisfy(colour ->
                            assertThat(Lab.of(colour).difference(ground)).isLessThan(NEAR));
        }
    }
}
