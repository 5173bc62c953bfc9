package dev.shuttle.loom.cloth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.weave.Structure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which yarns are given up first where a cloth cannot have them all. */
class YarnColoursTest {
    private static final Rgb WHITE = new Lab(96, 0, 0).rgb();
    private static final Rgb BLACK = new Lab(12, 0, 0).rgb();
    private static final Rgb GREY = new Lab(52, 0, 0).rgb();

    /** White, black, a grey and another colour, the last two of the same area. */
    private static Palette palette(Rgb other) {
        return new Palette(List.of(
                new PaletteColour(0, WHITE, 1, 0.5),
                new PaletteColour(1, BLACK, 1, 0.3),
                new PaletteColour(2, GREY, 1, 0.1),
                new PaletteColour(3, other, 1, 0.1)));
    }

    private static YarnColours yarns(Palette palette, boolean free) {
        Structure structure = WeaveOrder.of(StructureKind.TAQUETE)
                .settled(palette.size(), false)
                .structure(palette.size());
        Dyes dyes = free ? Dyes.free(palette, structure, Mixing.PLAIN) : Dyes.ofPalette(palette, Mixing.PLAIN);
        return new YarnColours(palette, structure, dyes);
    }

    @Test
    void ofTheSameAreaAVividColourAndAGreyCountMoreThanADullOneWhereTheYarnsAreFree() {
        YarnColours vivid = yarns(palette(new Lab(52, 24, -32).rgb()), true);
        YarnColours dull = yarns(palette(new Lab(52, 6, -8).rgb()), true);

        // chroma 40 and 10
        assertThat(vivid.weight(3) / dull.weight(3)).isCloseTo(1.5 / 1.125, within(0.02));
        // twice as much as what is neither grey nor vivid
        assertThat(dull.weight(2) / dull.weight(3)).isCloseTo(2 / 1.125, within(0.02));
    }

    @Test
    void whatIsNearlyWhiteCountsAsWhite() {
        YarnColours cream = yarns(palette(new Lab(95, 0, 7).rgb()), true);
        YarnColours beige = yarns(palette(new Lab(70, 0, 7).rgb()), true);

        assertThat(cream.weight(3)).isGreaterThan(1.3 * beige.weight(3));
    }

    @Test
    void whereThePaletteIsTheUsersAllColoursOfTheSameAreaCountTheSame() {
        YarnColours yarns = yarns(palette(new Lab(52, 24, -32).rgb()), false);

        assertThat(yarns.weight(3)).isEqualTo(yarns.weight(2));
    }

    @Test
    void smallAreasCountMoreThanTheirSize() {
        YarnColours yarns = yarns(palette(new Lab(70, 0, 0).rgb()), true);

        assertThat(yarns.weight(1) / yarns.weight(0)).isGreaterThan(0.3 / 0.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 60, 120, 180, 240, 300})
    void aVividColourIsKeptThoughItsDullNeighbourIsSomewhatLarger(int hue) {
        assertThat(besideItsDullNeighbour(hue, 0.18, 0.14)).contains(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 60, 120, 180, 240, 300})
    void aVividColourGivesWayToADullOneOfManyTimesItsArea(int hue) {
        assertThat(besideItsDullNeighbour(hue, 0.25, 0.07)).doesNotContain(3);
    }

    /** Three yarns for white, black, a dull colour and, as colour 3, a vivid one of its hue. */
    private static List<Integer> besideItsDullNeighbour(int hue, double dull, double vivid) {
        Palette palette = new Palette(List.of(
                new PaletteColour(0, WHITE, 1, 0.4),
                new PaletteColour(1, BLACK, 1, 0.28),
                new PaletteColour(2, ofChroma(14, hue), 1, dull),
                new PaletteColour(3, ofChroma(40, hue), 1, vivid)));
        return yarns(palette, true).choose(3);
    }

    private static Rgb ofChroma(double chroma, int hue) {
        double angle = Math.toRadians(hue);
        return new Lab(55, chroma * Math.cos(angle), chroma * Math.sin(angle)).rgb();
    }
}
