package dev.shuttle.loom.colour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The best yarns of a card, at a cost that cards of thousands allow. */
class YarnChoiceTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noYarnCouldBeExchangedForABetterOne(long seed) {
        ColourSamples samples = samples(400, seed);
        float[] card = places(60, seed + 100);
        float[] pinned = places((int) (seed % 3), seed + 200);
        YarnChoice choice = new YarnChoice(samples, pinned, card);

        int[] chosen = choice.best(7);

        double least = error(samples, pinned, card, chosen);
        for (int slot = 0; slot < chosen.length; slot++) {
            for (int yarn = 0; yarn < 60; yarn++) {
                int[] other = chosen.clone();
                other[slot] = yarn;
                assertThat(error(samples, pinned, card, other))
                        .as("seed %d: yarn %d instead of %d", seed, yarn, chosen[slot])
                        .isGreaterThanOrEqualTo(least * 0.999999);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void itIsAsGoodAsTryingAllYarnsForAllPlacesAgainAndAgain(long seed) {
        ColourSamples samples = samples(400, seed);
        float[] card = places(60, seed + 100);

        int[] chosen = new YarnChoice(samples, new float[0], card).best(9);

        assertThat(error(samples, new float[0], card, chosen))
                .as("seed %d", seed)
                .isLessThanOrEqualTo(error(samples, new float[0], card, exhaustive(samples, card, 9)) * 1.000001);
    }

    @Test
    void noYarnIsChosenTwice() {
        int[] chosen = new YarnChoice(samples(300, 9), new float[0], places(30, 9)).best(30);

        assertThat(chosen).containsExactlyInAnyOrder(IntStream.range(0, 30).toArray());
    }

    @Test
    void aCardOfThousandsCostsNoMoreThanLookingAtAllOfItSomeTimes() {
        ColourSamples samples = samples(1500, 10);
        YarnChoice choice = new YarnChoice(samples, new float[0], places(2000, 11));

        choice.best(64);

        assertThat(choice.distances()).isLessThan(16L * 2000 * 1500);
    }

    /** Places in turn, each given to the yarn that is best beside the others, by trying them all. */
    private static int[] exhaustive(ColourSamples samples, float[] card, int n) {
        int[] chosen = new int[0];
        for (int step = 0; step < 4 * n; step++) {
            int slot = step % n;
            int[] trial = step < n ? Arrays.copyOf(chosen, step + 1) : chosen.clone();
            int best = trial[slot];
            double least = Double.MAX_VALUE;
            for (int yarn = 0; yarn < card.length / 3; yarn++) {
                trial[slot] = yarn;
                double error = error(samples, new float[0], card, trial);
                if (error < least) {
                    least = error;
                    best = yarn;
                }
            }
            trial[slot] = best;
            chosen = trial;
        }
        return chosen;
    }

    private static double error(ColourSamples samples, float[] pinned, float[] card, int[] chosen) {
        double sum = 0;
        for (int i = 0; i < samples.count(); i++) {
            double least = Double.MAX_VALUE;
            for (int c = 0; c < pinned.length / 3; c++) {
                least = Math.min(least, distance(samples.places(), i, pinned, c));
            }
            for (int yarn : chosen) {
                least = Math.min(least, distance(samples.places(), i, card, yarn));
            }
            sum += samples.weights()[i] * least;
        }
        return sum;
    }

    private static double distance(float[] one, int i, float[] other, int j) {
        double sum = 0;
        for (int t = 0; t < 3; t++) {
            double d = one[3 * i + t] - other[3 * j + t];
            sum += d * d;
        }
        return sum;
    }

    private static ColourSamples samples(int count, long seed) {
        Random random = new Random(seed);
        float[] weights = new float[count];
        for (int i = 0; i < count; i++) {
            weights[i] = 1 + 100 * random.nextFloat() * random.nextFloat();
        }
        return new ColourSamples(places(count, seed + 1000), weights);
    }

    private static float[] places(int count, long seed) {
        Random random = new Random(seed);
        float[] places = new float[3 * count];
        for (int i = 0; i < count; i++) {
            places[3 * i] = 100 * random.nextFloat();
            places[3 * i + 1] = 80 * random.nextFloat() - 40;
            places[3 * i + 2] = 80 * random.nextFloat() - 40;
        }
        return places;
    }
}
