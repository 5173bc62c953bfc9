package dev.shuttle.loom.cloth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A few colours serve all that a picture has. */
class PaperColoursTest {
    private static List<Rgb> colours(String... hex) {
        return Stream.of(hex).map(Rgb::parse).toList();
    }

    /** Nine flat colours in eight: white flowers are not drawn in the light blue of others. */
    @Test
    void whiteStaysBesideALightBlue() {
        List<Rgb> nine = colours(
                "#b21c24", "#fcfaf6", "#466ebe", "#f4be3c", "#96c8eb", "#24683a", "#8cb45a", "#e87828", "#3c1e5a");
        double[] shares = {0.62, 0.07, 0.07, 0.06, 0.08, 0.02, 0.04, 0.02, 0.02};

        assertThat(PaperColours.of(nine, shares, 8)).contains(nine.get(0), nine.get(1), nine.get(4));
    }

    @Test
    void oneColourOfTwoThatAreAlikeIsTheLargerOne() {
        List<Rgb> found = PaperColours.of(colours("#b21c24", "#1d3f72", "#bb3030"), new double[] {0.6, 0.38, 0.02}, 2);

        assertThat(found).containsExactlyInAnyOrder(Rgb.parse("#b21c24"), Rgb.parse("#1d3f72"));
    }

    @Test
    void whatStandsForTwoOfTheSameAreaLiesBetweenThem() {
        List<Rgb> wanted = colours("#ffffff", "#30a0d0", "#50c0f0");
        List<Rgb> found = PaperColours.of(wanted, new double[] {0.4, 0.3, 0.3}, 2);
        Lab between = Lab.of(found.get(found.get(0).equals(wanted.get(0)) ? 1 : 0));

        double apart = Lab.of(wanted.get(1)).difference(Lab.of(wanted.get(2)));
        assertThat(between.difference(Lab.of(wanted.get(1)))).isLessThan(0.7 * apart);
        assertThat(between.difference(Lab.of(wanted.get(2)))).isLessThan(0.7 * apart);
    }

    /** Whatever is asked for: as many as there may be, no two the same, and nothing is worse served than by the first of them. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void noColourIsExchangedForOneThatServesBetter(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Set<Rgb> any = new LinkedHashSet<>();
        while (any.size() < 12) {
            any.add(Rgb.of(random.nextInt(1 << 24)));
        }
        List<Rgb> wanted = List.copyOf(any);
        double[] shares = new double[12];
        Arrays.fill(shares, 1.0 / 12);
        List<Rgb> found = PaperColours.of(wanted, shares, 5);

        assertThat(found).as("seed %d", seed).hasSize(5).doesNotHaveDuplicates();
        double loss = loss(wanted, found);
        for (Rgb one : wanted) {
            for (int place = 0; place < 5; place++) {
                Rgb[] other = found.toArray(Rgb[]::new);
                other[place] = one;
                assertThat(loss).as("seed %d, %s", seed, one.hex()).isLessThanOrEqualTo(loss(wanted, List.of(other)));
            }
        }
    }

    private static double loss(List<Rgb> wanted, List<Rgb> found) {
        return wanted.stream()
                .mapToDouble(one -> {
                    double nearest = found.stream()
                            .mapToDouble(colour -> Lab.of(colour).difference(Lab.of(one)))
                            .min()
                            .orElseThrow();
                    return YarnColours.striking(Lab.of(one)) * YarnColours.missed(nearest);
                })
                .sum();
    }
}
