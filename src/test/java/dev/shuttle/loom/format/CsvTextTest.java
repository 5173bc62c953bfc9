package dev.shuttle.loom.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.yarn.Yarn;
import dev.shuttle.loom.yarn.YarnCard;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables hold names from outside, and spreadsheets calculate what looks like a formula. */
class CsvTextTest {
    private static final long SEED = 20_261_130;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+cmd|' /C calc'!A0",
                "-2+3+cmd|' /C calc'!A0",
                "@SUM(1)",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1",
                "\u3000=1",
                "\uff1d1",
                "\uff0b1",
                "\uff0dx",
                "\uff20x",
                "-",
                "=",
                "-red",
                "+86 28",
                "-1-1"
            })
    void whatLooksLikeAFormulaIsAText(String field) {
        assertThat(CsvText.harmless(field)).isEqualTo("'" + field);
        assertThat(CsvText.original(CsvText.harmless(field))).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-12.50",
                "+3",
                "0",
                "-.5",
                "1e-9",
                "-1E+5",
                "",
                "朱红",
                "a=b",
                "26.6",
                "#ff0000",
                "weft 1",
                "'quoted'"
            })
    void numbersAndOtherTextsStayAsTheyAre(String field) {
        assertThat(CsvText.harmless(field)).isEqualTo(field);
    }

    @Test
    void theNamesOfAPalettesYarnsAreHarmlessAndReadBackAsTheyWere() throws Exception {
        Palette palette = new Palette(List.of(new PaletteColour(0, Rgb.parse("#0000ff"), 75, 1)));

        String table = PaletteCsv.write(palette, List.of(new PaletteCsv.Woven("=HYPERLINK(\"x\")", "@weave", "26.6")));

        assertThat(table).contains("'=HYPERLINK", ",'@weave,26.6").contains(",32.30,79.19,-107.86,");
        assertThat(YarnCard.read(table.getBytes(StandardCharsets.UTF_8)).yarns())
                .extracting(Yarn::name)
                .containsExactly("=HYPERLINK(\"x\")");
    }

    @Test
    void noFieldWhateverItHoldsBeginsAFormula() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        for (int i = 0; i < 20_000; i++) {
            String field = random.ints(random.nextInt(6), 0, 12)
                    .mapToObj(letter -> "=+-@\t\r a1.\uff1d'".substring(letter, letter + 1))
                    .collect(Collectors.joining());
            String written = CsvText.harmless(field);
            boolean safe = written.isEmpty()
                    || "=+-@\t\r\uff1d".indexOf(written.charAt(0)) < 0
                    || written.matches("[-+]?[0-9.]+");
            assertThat(safe).as("seed %d, field %s", SEED, field).isTrue();
        }
    }
}
