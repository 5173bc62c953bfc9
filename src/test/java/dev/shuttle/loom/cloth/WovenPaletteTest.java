package dev.shuttle.loom.cloth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.design.WeaveOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cloth of a few wefts shows of a picture of many colours. */
class WovenPaletteTest {
    /** Colours that nobody takes for one another, CIEDE2000. */
    private static final double DISTINCT = 25;

    private final List<Rgb> asked = new ArrayList<>();
    private final List<Double> shares = new ArrayList<>();

    private void ask(Lab colour, double share) {
        asked.add(colour.rgb());
        shares.add(share);
    }

    private Lab woven(Lab colour) {
        WeaveOrder order = WeaveOrder.of(StructureKind.TAQUETE).settled(asked.size(), false);
        double all = shares.stream().mapToDouble(Double::doubleValue).sum();
        double[] of = shares.stream().mapToDouble(share -> share / all).toArray();
        WovenPalette palette = Objects.requireNonNull(WovenPalette.of(asked, of, order));
        return palette.colours().stream()
                .map(Lab::of)
                .min(Comparator.comparingDouble(colour::difference))
                .orElseThrow();
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static Lab vivid(RandomGenerator random) {
        double hue = 2 * Math.PI * random.nextDouble();
        double chroma = 20 + 50 * random.nextDouble();
        Lab colour = new Lab(30 + 50 * random.nextDouble(), chroma * Math.cos(hue), chroma * Math.sin(hue));
        return Lab.of(colour.rgb());
    }

    /** However many vivid colours a picture has beside it. */
    @ParameterizedTest
    @ValueSource(ints = {97, 60, 8})
    void aGroundWithoutHueStaysWithout(int lightness) {
        for (long seed = 1; seed <= 4; seed++) {
            asked.clear();
            shares.clear();
            RandomGenerator random = random(seed);
            Lab ground = Lab.of(new Lab(lightness, 0, 0).rgb());
            ask(ground, 0.3);
            for (int i = 0; i < 22; i++) {
                ask(vivid(random), 0.7 / 22);
            }

            Lab woven = woven(ground);

            assertThat(Math.hypot(woven.a(), woven.b())).as("seed " + seed).isLessThan(4);
            assertThat(woven.difference(ground)).as("seed " + seed).isLessThan(6);
        }
    }

    /** Six colours in several shades each; a loom of eight boxes has a weft for every one of them. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void distinctColoursDoNotBecomeOneWhileThereAreWeftsForThem(long seed) {
        RandomGenerator random = random(seed);
        List<Lab> distinct = new ArrayList<>();
        while (distinct.size() < 6) {
            Lab one = vivid(random);
            if (distinct.stream().allMatch(other -> other.difference(one) >= DISTINCT)) {
                distinct.add(one);
            }
        }
        for (Lab one : distinct) {
            double share = 0.03 + 0.3 * random.nextDouble();
            for (int shade = -1; shade <= 1; shade++) {
                ask(new Lab(one.lightness() + 4 * shade, one.a(), one.b()), shade == 0 ? share : share / 4);
            }
        }

        Lab[] woven = distinct.stream().map(this::woven).toArray(Lab[]::new);

        for (int i = 0; i < woven.length; i++) {
            assertThat(woven[i].difference(distinct.get(i))).isLessThan(Filling.LOST);
            for (Lab other : Arrays.copyOfRange(woven, 0, i)) {
                assertThat(woven[i].difference(other)).isGreaterThan(DISTINCT / 2);
            }
        }
    }
}
