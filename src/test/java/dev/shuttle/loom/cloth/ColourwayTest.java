package dev.shuttle.loom.cloth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.clean.LabelMaps;
import dev.shuttle.loom.design.Changing;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.design.YarnCounts;
import dev.shuttle.loom.render.ClothPicture;
import dev.shuttle.loom.work.RowBands;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColourwayTest {
    private static final String[] FOUR = {"#f4ecd8", "#b3242b", "#1f4e79", "#2c5f34"};
    private static final Rgb NIGHT = Rgb.parse("#101830");
    private static final Rgb GOLD = Rgb.parse("#e0a526");

    private static PointPaper paper(WeaveOrder order) {
        int ends = 2 * order.structure(FOUR.length).endsRepeat();
        int lines = 2 * order.structure(FOUR.length).linesRepeat();
        return Papers.of(LabelMaps.BLOBS, ends, lines, FOUR);
    }

    private static WeaveOrder order(StructureKind kind) {
        return new WeaveOrder(kind, null, kind.isOfTones() ? null : Integer.valueOf(4), null).settled(4, false);
    }

    private static Cloth woven(WeaveOrder order) {
        return Cloth.of(paper(order), Repeat.NONE, order);
    }

    /** Nothing is changed, and every colour shows what it showed: both ways of reckoning agree. */
    @ParameterizedTest
    @EnumSource(value = StructureKind.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void withTheSameYarnsEveryColourLooksTheSame(StructureKind kind) {
        Cloth first = woven(order(kind));

        Colourway same = Colourway.of("same", Map.of(), first);

        assertThat(same.difference(paper(order(kind)).palette())).isLessThan(0.01);
        assertThat(same.cloth().colouring()).isEqualTo(first.colouring());
        assertThat(same.hasNewWarp()).isFalse();
        assertThat(same.flips()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = StructureKind.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void theLiftPlanAndWhatIsProvedOfItStay(StructureKind kind) {
        Cloth first = woven(order(kind));

        Cloth dyed = Colourway.of("night", Map.of("A", NIGHT, "warp", GOLD, "binder", GOLD), first)
                .cloth();

        assertThat(dyed.plan()).isSameAs(first.plan());
        assertThat(dyed.analysis()).isSameAs(first.analysis());
        assertThat(dyed.pickColours()).hasSameSizeAs(first.pickColours());
        assertThat(dyed.endColours()).isNotEqualTo(first.endColours());
    }

    @Test
    void aWeftIsNamedByItsLetterAndAYarnByItsColour() {
        Cloth first = woven(order(StructureKind.TAQUETE));
        Rgb second = first.colouring().bands().get(0).wefts().get(1);

        Colourway way = Colourway.of("night", Map.of("A", NIGHT, second.hex(), GOLD), first);

        assertThat(way.cloth().colouring().bands().get(0).wefts().subList(0, 2)).containsExactly(NIGHT, GOLD);
        assertThat(way.unknown()).isEmpty();
        assertThat(Colourway.of("odd", Map.of("G", NIGHT, "#123456", GOLD), first)
                        .unknown())
                .containsExactlyInAnyOrder("G", "#123456");
    }

    @Test
    void theBinderGoesWithTheWarpWhoseColourItHad() {
        Cloth first = woven(order(StructureKind.LAMPAS));
        assertThat(first.colouring().binder())
                .isEqualTo(first.colouring().warp().get(0));

        Colourway way = Colourway.of("night", Map.of("warp", NIGHT), first);

        assertThat(way.cloth().colouring().binder()).isEqualTo(NIGHT);
        assertThat(way.hasNewWarp()).isTrue();
        assertThat(Colourway.of("weft", Map.of("B", NIGHT), first).hasNewWarp()).isFalse();
    }

    /** Two colours above, two others below. */
    private static PointPaper banded() {
        PointPaper two = Papers.of(LabelMaps.BLOBS, 24, 120, FOUR);
        byte[] labels = new byte[24 * 120];
        for (int cell = 0; cell < labels.length; cell++) {
            labels[cell] = (byte) (two.labels()[cell] % 2 + (cell < labels.length / 2 ? 0 : 2));
        }
        return new PointPaper(24, 120, labels, two.palette(), two.density());
    }

    /** A weft that changes along the length has a yarn for each of its bands. */
    @Test
    void yarnsOfAChangingWeftAreNumbered() {
        WeaveOrder order = new WeaveOrder(StructureKind.TAQUETE, null, 2, null, new Changing(1, 10)).settled(4, false);
        PointPaper paper = banded();
        Cloth first = Cloth.of(paper, Repeat.NONE, order);
        int weft = first.colouring().yarns(0).size() > 1 ? 0 : 1;
        List<Rgb> yarns = first.colouring().yarns(weft);
        String place = Colourway.letter(weft) + 2;
        Colourway one = Colourway.of("one", Map.of(place, NIGHT), first);
        Colourway all = Colourway.of("all", Map.of(Colourway.letter(weft), NIGHT), first);

        assertThat(yarns).hasSizeGreaterThan(1);
        assertThat(one.cloth().colouring().yarns(weft)).contains(NIGHT, yarns.get(0));
        assertThat(all.cloth().colouring().yarns(weft)).containsExactly(NIGHT);
    }

    @Test
    void whatTurnsTheOrderOfLightnessOverOrHidesTheFigureIsKnown() {
        WeaveOrder order = new WeaveOrder(StructureKind.TAQUETE, null, 2, null).settled(2, false);
        PointPaper paper = Papers.of(LabelMaps.BLOBS, 24, 24, "#f4ecd8", "#1f2430");
        Cloth first = Cloth.of(paper, Repeat.NONE, order);

        Colourway turned = Colourway.of("turned", Map.of("A", NIGHT, "B", Rgb.WHITE), first);
        Colourway faint = Colourway.of("faint", Map.of("B", Rgb.parse("#e8dcc0")), first);
        Colourway sound = Colourway.of("sound", Map.of("B", Rgb.parse("#7a1420")), first);

        assertThat(turned.flips()).containsExactly(new Colourway.Flip("A", "B"));
        assertThat(faint.flips()).isEmpty();
        assertThat(faint.contrast(paper.palette())).isLessThan(20);
        assertThat(sound.flips()).isEmpty();
        assertThat(sound.contrast(paper.palette())).isGreaterThan(20);
    }

    /** The card says that gold is thicker; of what no card says it is taken to be as thick as before. */
    @Test
    void aYarnOfAnotherCountIsAnotherQuality() {
        Rgb cream = Rgb.parse(FOUR[0]);
        YarnCounts counts = new YarnCounts(Map.of(cream, 20.0, GOLD, 22.0, Rgb.WHITE, 20.5), null, null);
        WeaveOrder order = order(StructureKind.TAQUETE).weighed(counts);
        Cloth first = Cloth.of(paper(order), Repeat.NONE, order);

        assertThat(Colourway.of("gold", Map.of(cream.hex(), GOLD), first).otherCounts())
                .containsExactly("A");
        assertThat(Colourway.of("white", Map.of(cream.hex(), Rgb.WHITE), first).otherCounts())
                .isEmpty();
        Colourway night = Colourway.of("night", Map.of(cream.hex(), NIGHT), first);
        assertThat(night.otherCounts()).isEmpty();
        assertThat(grams(night.cloth())).isEqualTo(grams(first));
        assertThat(grams(Colourway.of("gold", Map.of(cream.hex(), GOLD), first).cloth()))
                .isGreaterThan(grams(first));
    }

    private static double grams(Cloth cloth) {
        return YarnAmounts.of(cloth, YarnRules.USUAL).uses().stream()
                .mapToDouble(YarnUse::grams)
                .sum();
    }

    @Test
    void itsPictureHasItsColours() {
        WeaveOrder order = order(StructureKind.TAQUETE);
        Cloth first = woven(order);
        Cloth night = Colourway.of(
                        "night", Map.of("A", NIGHT, "B", NIGHT, "C", NIGHT, "D", NIGHT, "warp", NIGHT), first)
                .cloth();

        int seen = new ClothPicture(night, paper(order), 60, new RowBands(1))
                .far(1)
                .getRGB(0, 0);

        assertThat((seen >> 16 & 255) + (seen >> 8 & 255) + (seen & 255)).isLessThan(3 * 60);
    }
}
