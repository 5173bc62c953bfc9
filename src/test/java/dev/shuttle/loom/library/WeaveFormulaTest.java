package dev.shuttle.loom.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shuttle.loom.weave.UnitWeave;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas and the weaves of the books that they stand for, the first row at the top. */
class WeaveFormulaTest {
    static List<String> rows(UnitWeave weave) {
        return IntStream.range(0, weave.lines())
                .mapToObj(line -> IntStream.range(0, weave.ends())
                        .mapToObj(end -> weave.isUp(end, line) ? "X" : ".")
                        .collect(Collectors.joining()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "plain, X. .X",
        "twill 3/1 S, XXX. .XXX X.XX XX.X",
        "twill 3/1 Z, XXX. XX.X X.XX .XXX",
        "twill 1/2, X.. ..X .X.",
        "twill 2/1/1/2 S, XX.X.. .XX.X. ..XX.X X..XX. .X..XX X.X..X",
        "satin 5/2 weft, X.... ..X.. ....X .X... ...X.",
        "satin 5/2 warp, XXXX. X.XXX XXX.X .XXXX XX.XX",
        "shaded 5/2 L=2, XX... ..XX. X...X .XX.. ...XX",
        "basket 2/2, XX.. XX.. ..XX ..XX",
        "warp-rib 2/2, X. X. .X .X",
        "weft-rib 2/2, XX.. ..XX",
        "broken 3/1, XX.X XXX. X.XX .XXX",
        "broken 2/2, XX.. X.X. ..XX .X.X"
    })
    void aFormulaStandsForItsWeave(String formula, String rows) throws WeaveException {
        assertThat(rows(WeaveFormula.of(formula))).containsExactly(rows.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource({
        "平纹, plain",
        "斜纹 3/1 左斜, twill 3/1 S",
        "缎纹 8/3 纬面, satin 8/3 weft",
        "'  Satin  8/3  WARP ', satin 8/3 warp",
        "satin 8/3, satin 8/3 weft",
        "影光 8/3 L=5, shaded 8/3 L=5",
        "shaded 8/3 5, shaded 8/3 L=5",
        "方平 2/2, basket 2/2",
        "破斜纹 3/1, broken 3/1",
        "warp rib 2/2, warp-rib 2/2"
    })
    void itIsReadInOtherWaysOfWritingToo(String written, String usual) throws WeaveException {
        assertThat(WeaveFormula.of(written)).isEqualTo(WeaveFormula.of(usual));
        assertThat(WeaveFormula.of(written).name()).isEqualTo(usual);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "silk",
                "satin",
                "satin 8",
                "twill 3",
                "twill 3/1/1",
                "twill 0/3",
                "basket 0/2",
                "basket 60/60",
                "shaded 8/3",
                "shaded 8/3 L=0",
                "shaded 8/3 L=8",
                "broken 1/1",
                "herringbone 1/1",
                "twill 1/1",
                "satin 33/2",
                "satin 99/98"
            })
    void whatIsNoWeaveIsRefusedWithAHint(String written) {
        assertThatThrownBy(() -> WeaveFormula.of(written))
                .isInstanceOfSatisfying(
                        WeaveException.class, e -> assertThat(e.hint()).contains("satin 8/3"));
    }

    @Test
    void aSatinWithAnIllegalStepIsToldTheLegalOnes() {
        assertThatThrownBy(() -> WeaveFormula.of("satin 8/2")).hasMessageContaining("[3, 5]");
    }

    @Test
    void thereIsNoRegularSatinOfSix() {
        assertThatThrownBy(() -> WeaveFormula.of("satin 6/2")).hasMessageContaining("no regular satin of 6");
    }

    @Test
    void theTwoSidesOfAHerringboneCutEachOther() throws WeaveException {
        UnitWeave weave = WeaveFormula.of("herringbone 2/2");
        assertThat(rows(weave).get(0)).isEqualTo("XX..XX..XX..XX..");
        for (int line = 0; line < weave.lines(); line++) {
            assertThat(weave.isUp(7, line)).isNotEqualTo(weave.isUp(8, line));
        }
    }
}
