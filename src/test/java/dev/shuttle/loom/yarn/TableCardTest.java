package dev.shuttle.loom.yarn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.shuttle.loom.colour.Rgb;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A table as a yarn card, from whatever program it comes. */
final class TableCardTest {
    private static final Yarn RED = new Yarn("Crimson", Rgb.parse("#c8102e"));
    private static final Yarn WHITE = new Yarn("Ivory", Rgb.parse("#fffff0"));

    private static YarnCard card(String text) throws YarnCardException {
        return YarnCard.read(text.getBytes(UTF_8));
    }

    private static ObjectAssert<YarnCardException> refused(String text) {
        return assertThatThrownBy(() -> card(text)).asInstanceOf(type(YarnCardException.class));
    }

    static Stream<String> waysToWriteTheSameCard() {
        return Stream.of(
                "name,hex\nCrimson,#c8102e\nIvory,#fffff0\n",
                "Name;Hex\r\nCrimson;C8102E\r\nIvory;FFFFF0\r\n",
                "Crimson,#c8102e\nIvory,#fffff0",
                "#c8102e;Crimson\n#fffff0;Ivory",
                "\ufeffname\tr\tg\tb\nCrimson\t200\t16\t46\nIvory\t255\t255\t240\n",
                "Garn;Rot;Grün;Blau\nCrimson;200,0;16,0;46\nIvory;255;255;240,2\n",
                "纱线,红,绿,蓝\nCrimson,200,16,46\nIvory,255,255,240\n",
                "200,16,46,Crimson\n255,255,240,Ivory\n",
                "Crimson;200;16;46\n\n;;;\nIvory;255;255;240\n",
                "sep=;\nCrimson;200;16;46\nIvory;255;255;240\n",
                "colour,rgb\n\"Crimson\",\"200, 16, 46\"\n\"Ivory\",\"rgb(255 255 240)\"\n",
                "Our silk;\nCrimson;#c8102e\nIvory;#fffff0\n",
                "no,name,R,G,B,L*,a*,b*\n17,Crimson,200,16,46,1,2,3\n18,Ivory,255,255,240,1,2,3\n");
    }

    @ParameterizedTest
    @MethodSource("waysToWriteTheSameCard")
    void theSameYarnsAreReadHoweverTheyAreWritten(String text) throws Exception {
        assertThat(card(text).yarns()).containsExactly(RED, WHITE);
    }

    @Test
    void labWithDecimalCommasIsRead() throws Exception {
        String text = "Bezeichnung;L* (D65);a*;b*\nRot;53,24;80,09;67,20\nGrau;53,585;0;−0,01\n";

        assertThat(card(text).yarns())
                .containsExactly(new Yarn("Rot", Rgb.of(0xff0000)), new Yarn("Grau", Rgb.of(0x808080)));
    }

    @Test
    void aTableOfTheProgramsOwnIsACard() throws Exception {
        String own = """
                index,hex,red,green,blue,L,a,b,cells,share_percent
                0,#ffffff,255,255,255,100.00,0.00,0.00,75,75.0000
                1,#c8102e,200,16,46,42.5,66.5,38.1,25,25.0000
                """.replace("\n", "\r\n");

        assertThat(card(own).colours()).containsExactly(Rgb.WHITE, RED.colour());
    }

    @Test
    void namesAreReadInTheEncodingsOfOfficePrograms() throws Exception {
        String text = "名称\t颜色\n朱红\t#c8102e\n";
        for (Charset charset : new Charset[] {UTF_8, Charset.forName("GB18030"), StandardCharsets.UTF_16}) {
            assertThat(YarnCard.read(text.getBytes(charset)).yarns())
                    .as(charset.name())
                    .containsExactly(new Yarn("朱红", RED.colour()));
        }
    }

    @Test
    void aColourTwiceOnTheCardIsOneToChooseFrom() throws Exception {
        assertThat(card("a,#c8102e\nb,#c8102e\nc,#fffff0").colours()).containsExactly(RED.colour(), WHITE.colour());
    }

    @ParameterizedTest
    @CsvSource({
        "'name,hex\nCrimson,#c8102e\nIvory,white', BAD_YARN, line 3",
        "'name,hex\n\"Crim\nson\",#c8102e\nIvory,white', BAD_YARN, line 4",
        "'name,hex\nCrimson', BAD_YARN, line 2",
        "'n,r,g,b\nCrimson,200,16,256', BAD_YARN, line 2",
        "'n,r,g,b\nCrimson,200,16,', BAD_YARN, column 4",
        "'n,r,g,b\nCrimson,200,NaN,16', BAD_YARN, line 2",
        "'n;L;a;b\nCrimson;142,5;66;38', BAD_YARN, line 2",
        "'n;L;a;b\nCrimson;42,5;666;38', BAD_YARN, line 2",
        "'a,b,c\nd,e,f\ng,h,i', NO_COLOUR_COLUMN, line 1",
        "'1,2,3,4\n5,6,7,8', NO_COLOUR_COLUMN, line 1",
        "'name,hex\n\"Crimson\"x,#c8102e', NOT_A_YARN_CARD, ''",
    })
    void whatIsWrongIsToldWithItsLine(String text, String code, String where) {
        refused(text)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code))
                .satisfies(e -> assertThat(e.message()).contains(where))
                .satisfies(e -> assertThat(e.hint()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({"''", "'\n\n'", "'name,hex\n'", "'GIMP Palette\nName: none\n#\n'"})
    void aCardWithoutYarnsIsTold(String text) {
        refused(text).extracting(YarnCardException::code).isEqualTo("EMPTY_CARD");
    }

    @Test
    void aCardThatNoMillHasIsRefused() {
        refused("#c8102e\n".repeat(YarnCard.MOST_YARNS + 1))
                .extracting(YarnCardException::code)
                .isEqualTo("CARD_TOO_LARGE");
        refused("x".repeat(YarnCard.MOST_BYTES + 1))
                .extracting(YarnCardException::code)
                .isEqualTo("CARD_TOO_LARGE");
    }

    @Test
    void aGimpPaletteIsReadWithItsNames() throws Exception {
        String text =
                "GIMP Palette\r\nName: silk\r\nColumns: 4\r\n# comment\r\n200  16  46\tCrimson\r\n255 255 240 Ivory\r\n";

        assertThat(card(text).yarns()).containsExactly(RED, WHITE);
    }

    @ParameterizedTest
    @CsvSource({"'200 16 46 a\n300 0 0 b'", "'200 16 46 a\n200 16 b'"})
    void aWrongLineOfAGimpPaletteIsTold(String lines) {
        refused("GIMP Palette\n" + lines)
                .satisfies(e -> assertThat(e.code()).isEqualTo("BAD_YARN"))
                .satisfies(e -> assertThat(e.message()).contains("line 3"));
    }

    @Test
    void aYarnMayBeForTheWarpOrForBindingAndIsThenNoColourOfThePalette() throws Exception {
        YarnCard card = card("name,hex,tex,material,use\nRed,#ff0000,26.6,silk,weft\nMain,#ffffff,9.5,silk,warp\n"
                + "Fine,#ffffff,2.3,silk,binder\nBlue,#0000ff,,,");

        assertThat(card.colours()).containsExactly(Rgb.of(0xff0000), Rgb.of(0x0000ff));
        assertThat(card.yarns())
                .extracting(Yarn::use)
                .containsExactly(Yarn.Use.COLOUR, Yarn.Use.WARP, Yarn.Use.BINDER, Yarn.Use.COLOUR);
        assertThatThrownBy(() -> card("name,hex,use\nred,#ff0000,sewing"))
                .isInstanceOf(YarnCardException.class)
                .hasMessageContaining("line 2: a yarn is for weft, warp or binder");
    }

    @Test
    void countAndMaterialAreReadWhereTheyAreNamed() throws Exception {
        assertThat(card("name;hex;tex;material\nRot;#ff0000;26,6;silk\nGrau;#808080;;")
                        .yarns())
                .containsExactly(
                        new Yarn("Rot", Rgb.of(0xff0000), 26.6, "silk"), new Yarn("Grau", Rgb.of(0x808080), null, ""));
        assertThatThrownBy(() -> card("name,hex,tex\nred,#ff0000,-3"))
                .isInstanceOf(YarnCardException.class)
                .hasMessageContaining("line 2: tex is above 0");
    }
}
