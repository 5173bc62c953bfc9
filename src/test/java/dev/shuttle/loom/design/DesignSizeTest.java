package dev.shuttle.loom.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.convert.LoomEngine;
import dev.shuttle.loom.convert.Pictures;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a design will take, before it is made. */
final class DesignSizeTest {
    private static Recipe recipe(StructureKind kind, Repeat repeat, int wefts) {
        return Recipe.faithful(16).withRepeat(repeat).withWeave(new WeaveOrder(kind, null, wefts, null));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void itIsTheSizeThatComesOut(StructureKind kind) {
        for (Repeat repeat : List.of(Repeat.NONE, Repeat.HALF_DROP, Repeat.HALF_BRICK, Repeat.MIRROR)) {
            Recipe recipe = recipe(kind, repeat, 4);

            DesignSize size = DesignSize.of(recipe, 480, 480);
            Cloth cloth = Objects.requireNonNull(
                    new LoomEngine(1).design(Pictures.photo(480, 480), recipe).cloth());

            assertThat((double) size.allEnds())
                    .as("%s, %s", kind, repeat)
                    .isCloseTo(cloth.allEnds().columns(), within(0.05 * size.allEnds()));
            assertThat((double) size.picks())
                    .as("%s, %s", kind, repeat)
                    .isGreaterThanOrEqualTo(0.95 * cloth.allEnds().rows());
        }
    }

    @ParameterizedTest
    @CsvSource({"SAMITUM,NONE,8", "TAQUETE,NONE,8", "JIN,STRAIGHT,8", "LAMPAS,NONE,8", "WEFT_BACKED,NONE,8"})
    void tenThousandByNearlyTenThousandWithManyWeftsWantsMoreThanAUsualHeap(
            StructureKind kind, Repeat repeat, int wefts) {
        DesignSize size = DesignSize.of(recipe(kind, repeat, wefts), 10_000, 9_900);

        assertThat(size.fits(512L << 20)).isFalse();
        assertThat(size.fits(4L << 30)).isTrue();
        String[] fitting = size.fitting(512L << 20).split(" × ", -1);
        assertThat(DesignSize.of(
                                recipe(kind, repeat, wefts), Integer.parseInt(fitting[0]), Integer.parseInt(fitting[1]))
                        .fits(512L << 20))
                .isTrue();
    }

    @Test
    void whatNoArrayHoldsFitsNoMemory() {
        DesignSize size = DesignSize.of(recipe(StructureKind.SAMITUM, Repeat.MIRROR, 8), 10_000, 9_900);

        assertThat(size.crossings()).isGreaterThan(Integer.MAX_VALUE);
        assertThat(size.fits(Long.MAX_VALUE)).isFalse();
    }

    @Test
    void theLargestPictureAtAllOverflowsNothing() {
        for (StructureKind kind : EnumSet.complementOf(EnumSet.of(StructureKind.NONE))) {
            DesignSize size = DesignSize.of(recipe(kind, Repeat.MIRROR, 8), 20_000, 20_000);

            assertThat(size.bytes()).as("%s", kind).isPositive();
            assertThat(size.fits(1L << 30)).as("%s", kind).isFalse();
        }
    }

    @Test
    void aPointPaperAloneIsNotJudged() {
        assertThat(DesignSize.of(Recipe.faithful(16), 20_000, 20_000).fits(1)).isTrue();
    }
}
