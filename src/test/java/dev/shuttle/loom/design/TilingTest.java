package dev.shuttle.loom.design;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How repeats lie on the cloth. */
class TilingTest {
    /** A tile of four by four, row by row: abcd, efgh, ijkl, mnop. */
    private static String row(Repeat repeat, int y) {
        Tiling tiling = repeat.tiling(4, 4);
        StringBuilder row = new StringBuilder();
        for (int x = 0; x < 8; x++) {
            row.append((char) ('a' + tiling.cell(x, y)));
        }
        return row.toString();
    }

    @ParameterizedTest
    @CsvSource({
        // repeat, first row of the cloth over two widths, fifth row: that of the tiles below
        "STRAIGHT,      abcdabcd, abcdabcd",
        "HALF_DROP,     abcdijkl, abcdijkl",
        "QUARTER_DROP,  abcdmnop, abcdmnop",
        "HALF_BRICK,    abcdabcd, cdabcdab",
        "QUARTER_BRICK, abcdabcd, dabcdabc",
        "MIRROR,        abcddcba, mnopponm",
        "MIRROR_ACROSS, abcddcba, abcddcba",
        "MIRROR_DOWN,   abcdabcd, mnopmnop",
        "TURN,          abcdponm, abcdponm"
    })
    void tilesLieAsTheirRepeatSays(Repeat repeat, String first, String below) {
        assertThat(row(repeat, 0)).isEqualTo(first);
        assertThat(row(repeat, 4)).isEqualTo(below);
    }

    /** What a lift plan stands on: so many widths and heights come again straight across and straight down. */
    @ParameterizedTest
    @EnumSource(Repeat.class)
    void itsWidthsAndHeightsComeAgainStraight(Repeat repeat) {
        Tiling tiling = repeat.tiling(60, 120);
        for (int y = -130; y < 250; y += 7) {
            for (int x = -70; x < 130; x += 3) {
                assertThat(tiling.cell(x + tiling.ends(), y))
                        .as("%s across, %d, %d", repeat, x, y)
                        .isEqualTo(tiling.cell(x, y));
                assertThat(tiling.cell(x, y + tiling.lines()))
                        .as("%s down, %d, %d", repeat, x, y)
                        .isEqualTo(tiling.cell(x, y));
            }
        }
    }

    /** Every cell of the point paper is woven as often as every other one. */
    @ParameterizedTest
    @EnumSource(Repeat.class)
    void everyCellIsWovenAsOften(Repeat repeat) {
        Tiling tiling = repeat.tiling(20, 60);
        int[] times = new int[20 * 60];
        for (int y = 0; y < tiling.lines(); y++) {
            for (int x = 0; x < tiling.ends(); x++) {
                times[tiling.cell(x, y)]++;
            }
        }
        assertThat(times).containsOnly(repeat.widths() * repeat.heights());
    }

    @ParameterizedTest
    @EnumSource(Repeat.class)
    void aGridIsAMultipleOfWhatItIsMovedBy(Repeat repeat) {
        WeaveOrder order = WeaveOrder.of(StructureKind.LAMPAS).settled(3, false);
        Recipe recipe = Recipe.faithful(3).withRepeat(repeat).withWeave(order);

        Grid free = Recipe.faithful(3).withRepeat(repeat).grid(617, 431);
        Grid woven = WovenGrid.of(recipe.grid(617, 431), recipe, order);

        assertThat(free.ends() % repeat.bricks()).isZero();
        assertThat(free.lines() % repeat.drops()).isZero();
        int ends = order.structure(3).endsRepeat();
        int lines = order.structure(3).linesRepeat();
        assertThat(woven.ends() / repeat.bricks() % ends).isZero();
        assertThat(woven.lines() / repeat.drops() % lines).isZero();
    }
}
