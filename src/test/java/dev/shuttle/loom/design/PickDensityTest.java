package dev.shuttle.loom.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pick densities that change along the length. */
class PickDensityTest {
    private static Along.Part cm(double cm, double perCm) {
        return new Along.Part(cm, null, null, perCm);
    }

    private static Along.Part share(double share, double perCm) {
        return new Along.Part(null, null, share, perCm);
    }

    private static Along.Part rest(double perCm) {
        return new Along.Part(null, null, null, perCm);
    }

    private static Fabric fabric(
            @Nullable Double width, @Nullable Double height, @Nullable Integer picks, Along.Part... parts) {
        return new Fabric(width, height, 20.0, null, null, picks, null, List.of(parts));
    }

    @Test
    void bordersStayAsLongAsTheyAreSaid() {
        Grid grid = fabric(10.0, null, null, cm(3, 28), rest(20), cm(3, 28)).grid(100, 200);

        assertThat(grid.heightCm()).isCloseTo(20, within(1e-9));
        assertThat(grid.lines()).isEqualTo(84 + 280 + 84);
        assertThat(grid.density().linesPerCm(83)).isEqualTo(28);
        assertThat(grid.density().linesPerCm(84)).isEqualTo(20);
        assertThat(grid.density().linesPerCm(447)).isEqualTo(28);
        assertThat(grid.density().cm(84 + 280)).isCloseTo(17, within(1e-9));
    }

    @Test
    void whereAllSayHowLongTheyGoTheWidthFollows() {
        Grid grid = fabric(null, null, null, cm(4, 30), new Along.Part(null, 120, null, 20.0))
                .grid(100, 200);

        assertThat(grid.heightCm()).isCloseTo(10, within(1e-9));
        assertThat(grid.widthCm()).isCloseTo(5, within(0.05));
    }

    /** A repeat of so many lines: what is free is as long as leaves the rest as it is said. */
    @Test
    void aNumberOfLinesIsKept() {
        Grid grid = fabric(null, null, 400, cm(2, 30), share(0.5, 10), rest(20)).grid(100, 100);

        assertThat(grid.lines()).isEqualTo(400);
        assertThat(grid.density().stretches())
                .extracting(Stretch::lines)
                .first()
                .isEqualTo(60);
    }

    /** Two halves of 300.5 lines would be 602. */
    @ParameterizedTest
    @ValueSource(ints = {601, 600, 599, 7})
    void halvesOfAnOddNumberOfLinesAreThatNumber(int picks) {
        Grid grid = fabric(null, null, picks, share(0.5, 20), share(0.5, 20)).grid(100, 100);

        assertThat(grid.lines()).isEqualTo(picks);
        assertThat(grid.density().stretches().stream().mapToInt(Stretch::lines).sum())
                .isEqualTo(picks);
    }

    @Test
    void whatTheWeaveAddsGoesToTheRest() {
        Density density = fabric(10.0, 10.0, null, cm(3, 28), rest(20), cm(3, 28))
                .grid(1, 1)
                .density();

        assertThat(density.fitted(260).stretches()).extracting(Stretch::lines).containsExactly(84, 92, 84);
    }

    @Test
    void noRoomForTheRestIsSaid() {
        assertThatThrownBy(() ->
                        fabric(10.0, 5.0, null, cm(3, 28), rest(20), cm(3, 28)).grid(1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("take 6.00 cm, and the cloth has 5.00");
    }

    @Test
    void moreLinesThanAnyClothHasAreRefused() {
        assertThatThrownBy(() ->
                        fabric(null, null, null, cm(1e9, 1000), cm(3, 800)).grid(1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more lines than");
    }

    /** A weave blanket has no height before it is laid out. */
    @Test
    void theMeanNeedsNoHeight() {
        assertThat(fabric(null, null, null, cm(3, 28), rest(20)).average()).isEqualTo(new Density(20, 20));
        assertThat(fabric(null, null, null, share(0.5, 10), rest(20)).average()).isEqualTo(new Density(20, 15));
        assertThat(fabric(null, null, null, cm(1, 10), share(0.5, 20)).average())
                .isEqualTo(new Density(20, 15));
    }

    @Test
    void aPaperThatIsRepeatedCutOrMadeLongerKeepsTheDensityOfItsLines() {
        Density density = Density.of(20, List.of(new Stretch(100, 28, false), new Stretch(100, 21, false)));

        assertThat(density.repeated(2).stretches())
                .extracting(Stretch::lines, Stretch::linesPerCm)
                .containsExactly(tuple(100, 28.0), tuple(100, 21.0), tuple(100, 28.0), tuple(100, 21.0));
        assertThat(density.ending(150).stretches()).extracting(Stretch::lines).containsExactly(100, 50);
        assertThat(density.ending(80).stretches()).extracting(Stretch::lines).containsExactly(80);
        assertThat(density.ending(216).stretches()).extracting(Stretch::lines).containsExactly(100, 116);
        assertThat(density.even().repeated(2).ending(7)).isEqualTo(density.even());
    }

    /** In a half-drop one line has two heights of the motif. */
    @ParameterizedTest
    @EnumSource(Repeat.class)
    void onlyRepeatsThatKeepLinesTogetherHaveDensitiesThatChange(Repeat repeat) {
        Recipe recipe = Recipe.faithful(4).withFabric(fabric(10.0, null, null, share(0.5, 10), share(0.5, 20)));
        boolean keeps =
                List.of(Repeat.NONE, Repeat.STRAIGHT, Repeat.MIRROR_ACROSS).contains(repeat);

        if (keeps) {
            assertThat(recipe.withRepeat(repeat).repeat()).isEqualTo(repeat);
        } else {
            assertThatThrownBy(() -> recipe.withRepeat(repeat)).hasMessageContaining("mirror-across");
        }
    }

    /** Of any stretches: they hold all lines, the mean gives the height, and places go there and back. */
    @Test
    void heightsAndLinesAreTheSameTwoWays() {
        SplittableRandom random = new SplittableRandom(18);
        for (int run = 0; run < 500; run++) {
            List<Stretch> stretches = new ArrayList<>();
            int count = 1 + random.nextInt(6);
            for (int i = 0; i < count; i++) {
                stretches.add(new Stretch(1 + random.nextInt(300), 8 + random.nextDouble(30), random.nextBoolean()));
            }
            int wanted = 20 + random.nextInt(900);
            Density density = Density.of(20, stretches).fitted(wanted);
            assertThat(density.stretches().stream().mapToInt(Stretch::lines).sum())
                    .as("run %d", run)
                    .isEqualTo(wanted);
            double cm = 0;
            for (int line = 0; line < wanted; line++) {
                assertThat(density.cm(line)).isCloseTo(cm, within(1e-6));
                cm += 1 / density.linesPerCm(line);
            }
            assertThat(wanted / density.linesPerCm()).isCloseTo(cm, within(1e-6));
            double place = random.nextDouble(wanted);
            assertThat(density.lines(density.cm(place))).isCloseTo(place, within(1e-6));
        }
    }
}
