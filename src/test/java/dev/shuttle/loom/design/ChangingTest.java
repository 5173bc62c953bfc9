package dev.shuttle.loom.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shuttle.loom.cloth.Band;
import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.cloth.Colouring;
import dev.shuttle.loom.cloth.Papers;
import dev.shuttle.loom.cloth.YarnAmounts;
import dev.shuttle.loom.cloth.YarnRules;
import dev.shuttle.loom.cloth.YarnUse;
import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.clean.LabelMaps;
import dev.shuttle.loom.weave.FloatBounds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Wefts that change their yarn along the length. */
class ChangingTest {
    private static final String[] EIGHT = {
        "#b3242b", "#f4ecd8", "#1f4e79", "#e0a526", "#2c5f34", "#704214", "#7d7f50", "#101010"
    };

    private static Cloth woven(StructureKind kind, Repeat repeat, LabelMaps map, int changing, int band) {
        WeaveOrder order = new WeaveOrder(kind, null, 3, null, new Changing(changing, band)).settled(8, false);
        int ends = order.structure(8).endsRepeat();
        int lines = 4 * order.structure(8).linesRepeat();
        return Cloth.of(Papers.of(map, ends, lines, EIGHT), repeat, order);
    }

    @ParameterizedTest
    @EnumSource(
            value = StructureKind.class,
            names = {"WEFT_BACKED", "TAQUETE", "SAMITUM", "LAMPAS", "BROCADE"})
    void theFloatsKeepTheSameBoundsAndEachYarnStays(StructureKind kind) {
        for (LabelMaps map : LabelMaps.values()) {
            for (Repeat repeat : Repeat.values()) {
                for (int changing = 1; changing <= 2; changing++) {
                    Cloth cloth = woven(kind, repeat, map, changing, 5);
                    String what = map + ", " + repeat + ", " + changing + " changing";
                    FloatBounds bounds = cloth.structure().bounds();
                    FloatBounds found = cloth.analysis().longest();
                    assertThat(found.warpFace()).as(what).isLessThanOrEqualTo(bounds.warpFace());
                    assertThat(found.warpBack()).as(what).isLessThanOrEqualTo(bounds.warpBack());
                    assertThat(found.weftFace()).as(what).isLessThanOrEqualTo(bounds.weftFace());
                    assertThat(found.weftBack()).as(what).isLessThanOrEqualTo(bounds.weftBack());
                    assertThat(cloth.analysis().hangsTogether()).as(what).isTrue();
                    for (int weft = 0; weft < 3; weft++) {
                        assertThat(shortest(cloth, weft))
                                .as(what)
                                .isGreaterThanOrEqualTo(
                                        Math.min(5, cloth.faces().lines()));
                    }
                    for (int weft = 0; weft < 3 - changing; weft++) {
                        assertThat(cloth.colouring().yarns(weft)).as(what).hasSize(1);
                    }
                }
            }
        }
    }

    /** The fewest lines that a weft keeps a yarn. */
    private static int shortest(Cloth cloth, int weft) {
        int shortest = Integer.MAX_VALUE;
        int from = 0;
        List<Band> bands = cloth.colouring().bands();
        for (int i = 0; i < bands.size(); i++) {
            boolean last = i + 1 == bands.size()
                    || !bands.get(i + 1)
                            .wefts()
                            .get(weft)
                            .equals(bands.get(i).wefts().get(weft));
            if (last) {
                shortest = Math.min(shortest, bands.get(i).to() - from);
                from = bands.get(i).to();
            }
        }
        return shortest;
    }

    /** Four stripes on a ground, one below the other: with two wefts, one of them changing, each shows its own yarn. */
    @Test
    void stripesBelowEachOtherAllShowWithOneChangingWeft() {
        Cloth cloth = Cloth.of(striped(), Repeat.NONE, order(1));
        assertThat(cloth.colouring().bands()).hasSize(4);
        assertThat(cloth.colouring().yarns(0)).containsExactly(Rgb.parse("#b3242b"));
        assertThat(cloth.colouring().yarns(1))
                .containsExactly(
                        Rgb.parse("#f4ecd8"), Rgb.parse("#1f4e79"), Rgb.parse("#e0a526"), Rgb.parse("#2c5f34"));
        for (int colour = 0; colour < 5; colour++) {
            assertThat(cloth.colouring().isMerged(colour))
                    .as("colour %s", colour)
                    .isFalse();
        }
        assertThat(Cloth.of(striped(), Repeat.NONE, order(0)).colouring().isMerged(4))
                .isTrue();
    }

    @Test
    void everyPickHasTheYarnOfItsBand() {
        Cloth cloth = Cloth.of(striped(), Repeat.NONE, order(1));
        List<Rgb> picks = cloth.pickColours();
        assertThat(picks).hasSize(128);
        for (int row = 0; row < picks.size(); row++) {
            Rgb yarn = row % 2 == 0
                    ? Rgb.parse("#b3242b")
                    : cloth.colouring().yarns(1).get(row / 32);
            assertThat(picks.get(row)).as("row %s", row).isEqualTo(yarn);
        }
        YarnAmounts amounts = YarnAmounts.of(cloth, YarnRules.USUAL);
        assertThat(amounts.uses()).extracting(YarnUse::threads).containsExactly(64L, 64L, 16L, 16L, 16L, 16L);
    }

    /** Where most of a colour lies its own yarn is thrown, so another that is woven with it there is the merged one. */
    @Test
    void aColourWithAYarnOfItsOwnIsNotCalledMerged() {
        PointPaper striped = striped();
        byte[] labels = striped.labels().clone();
        // A little of the third stripe's colour amid the fourth: too few lines for a band of their own.
        for (int line = 54; line < 56; line++) {
            Arrays.fill(labels, line * 64 + 16, line * 64 + 48, (byte) 3);
        }
        PointPaper paper = new PointPaper(64, 64, labels, striped.palette(), striped.density());
        Colouring colouring = Cloth.of(paper, Repeat.NONE, order(1)).colouring();
        for (int colour = 0; colour < 5; colour++) {
            assertThat(colouring.mergedWith(colour)).as("colour %s", colour).isEmpty();
        }
        Colouring constant = Cloth.of(paper, Repeat.NONE, order(0)).colouring();
        assertThat(constant.mergedWith(0)).isEmpty();
        for (int colour = 1; colour < 5; colour++) {
            constant.mergedWith(colour)
                    .ifPresent(with -> assertThat(constant.wefts(0)).contains(Rgb.parse(EIGHT[with])));
        }
    }

    private static WeaveOrder order(int changing) {
        Changing wefts = changing == 0 ? null : new Changing(changing, 8);
        return new WeaveOrder(StructureKind.WEFT_BACKED, null, 2, null, wefts).settled(5, false);
    }

    private static PointPaper striped() {
        byte[] labels = new byte[64 * 64];
        for (int line = 0; line < 64; line++) {
            for (int end = 16; end < 48; end++) {
                labels[line * 64 + end] = (byte) (1 + line / 16);
            }
        }
        List<PaletteColour> palette = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            palette.add(new PaletteColour(i, Rgb.parse(EIGHT[i]), 1, i == 0 ? 0.5 : 0.125));
        }
        return new PointPaper(64, 64, labels, new Palette(palette), Papers.SHU);
    }

    @ParameterizedTest
    @CsvSource({"SHADED_SATIN", "DAMASK", "JIN"})
    void whereOneWeftOrTheWarpShowsNoneChanges(StructureKind kind) {
        assertThatThrownBy(() -> new WeaveOrder(kind, null, null, null, new Changing(1, 24)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("changing wefts are for structures of two and more wefts");
    }
}
