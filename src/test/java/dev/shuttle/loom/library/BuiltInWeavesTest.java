package dev.shuttle.loom.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.weave.BitGrid;
import dev.shuttle.loom.weave.CountedFloats;
import dev.shuttle.loom.weave.UnitWeave;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every weave that comes with the program. */
class BuiltInWeavesTest {
    private static Stream<UnitWeave> weaves() {
        return BuiltInWeaves.groups().stream().flatMap(group -> group.weaves().stream());
    }

    @ParameterizedTest
    @MethodSource("weaves")
    void itsFloatsAreAsItsNameSays(UnitWeave weave) {
        int most = Math.max(CountedFloats.alongEnds(weave.up()), CountedFloats.alongPicks(weave.up()));
        assertThat(most).isEqualTo(stated(weave.name()));
        assertThat(weave.longestFloat()).isEqualTo(most);
    }

    /** Of a satin all ends but one, of a level what it leaves or has, of all others the greatest number. */
    private static int stated(String name) {
        int[] numbers = Stream.of(name.replaceAll("[^0-9]+", " ").strip().split(" ", -1))
                .filter(digits -> !digits.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
        if (name.startsWith("satin")) {
            return numbers[0] - 1;
        }
        if (name.startsWith("shaded")) {
            return Math.max(numbers[0] - numbers[2], numbers[2]);
        }
        return Arrays.stream(numbers).max().orElse(1);
    }

    @ParameterizedTest
    @MethodSource("weaves")
    void everyEndTakesUpAsMuchAndEveryPickLiftsAsMany(UnitWeave weave) {
        assertThat(changes(weave.up().transposed())).as("ends").hasSize(1);
        assertThat(ups(weave.up())).as("picks").hasSize(1);
        assertThat(ups(weave.up().transposed())).as("ends").hasSize(1);
    }

    private static Set<Integer> ups(BitGrid rows) {
        Set<Integer> counts = new HashSet<>();
        for (int row = 0; row < rows.rows(); row++) {
            counts.add(rows.ones(row));
        }
        return counts;
    }

    private static Set<Integer> changes(BitGrid rows) {
        Set<Integer> counts = new HashSet<>();
        for (int row = 0; row < rows.rows(); row++) {
            int of = row;
            counts.add((int) IntStream.range(0, rows.columns())
                    .filter(column -> rows.get(of, column) != rows.get(of, (column + 1) % rows.columns()))
                    .count());
        }
        return counts;
    }

    @ParameterizedTest
    @MethodSource("weaves")
    void itIsOneCloth(UnitWeave weave) {
        assertThat(weave.isBound()).isTrue();
        assertThat(weave.analysis().hangsTogether()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("weaves")
    void itsRepeatIsTheSmallest(UnitWeave weave) {
        BitGrid twice = new BitGrid(2 * weave.lines(), 2 * weave.ends());
        for (int line = 0; line < twice.rows(); line++) {
            for (int end = 0; end < twice.columns(); end++) {
                if (weave.isUp(end, line)) {
                    twice.set(line, end);
                }
            }
        }
        assertThat(UnitWeave.smallest(twice)).isEqualTo(weave.up());
    }

    @ParameterizedTest
    @MethodSource("weaves")
    void itsNameIsAFormulaOfItself(UnitWeave weave) throws WeaveException {
        assertThat(WeaveFormula.of(weave.name())).isEqualTo(weave);
    }

    @Test
    void noTwoAreTheSame() {
        List<UnitWeave> all = weaves().toList();
        assertThat(all.stream().map(UnitWeave::name)).doesNotHaveDuplicates();
        assertThat(all.size()).isGreaterThan(100);
    }

    @Test
    void aWarpFacedWeaveShowsAsMuchWarpAsItsWeftFacedOneShowsWeft() throws WeaveException {
        assertThat(WeaveFormula.of("satin 8/3 warp").warpShare()).isEqualTo(7.0 / 8);
        assertThat(WeaveFormula.of("satin 8/3 weft").warpShare()).isEqualTo(1.0 / 8);
        assertThat(WeaveFormula.of("twill 3/1").warpShare()).isEqualTo(3.0 / 4);
    }
}
