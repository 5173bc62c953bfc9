package dev.shuttle.loom.cloth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.LoomDesign;
import dev.shuttle.loom.convert.LoomEngine;
import dev.shuttle.loom.convert.clean.LabelMaps;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.image.Picture;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where nobody has fixed the palette, the point paper is drawn in what the cloth shows. */
class WovenDesignTest {
    private static final int COLOURS = 16;

    /** Colours of all kinds, which no cloth of a few wefts has all of. */
    private static String[] colours(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        return random.ints(COLOURS, 0, 1 << 24)
                .mapToObj(rgb -> Rgb.of(rgb).hex())
                .toArray(String[]::new);
    }

    private static WovenDesign woven(StructureKind kind, long seed, boolean free) {
        WeaveOrder order = WeaveOrder.of(kind).settled(COLOURS, false);
        int ends = 2 * order.structure(COLOURS).endsRepeat();
        int lines = 4 * order.structure(COLOURS).linesRepeat();
        PointPaper paper = Papers.of(LabelMaps.BLOBS, ends, lines, colours(seed));
        return WovenDesign.of(paper, Repeat.NONE, order, free);
    }

    @ParameterizedTest
    @EnumSource(
            value = StructureKind.class,
            names = {"NONE", "AUTO"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyCellIsWovenInAColourNearToThatOfThePaper(StructureKind kind) {
        for (long seed = 1; seed <= 3; seed++) {
            WovenDesign design = woven(kind, seed, true);
            Cloth cloth = design.cloth();
            PointPaper paper = design.paper();

            for (Filling filling : cloth.colouring().fillings()) {
                String what = kind + ", seed " + seed + ", " + filling;
                Lab shown = Lab.of(paper.palette().rgb(filling.index()));
                assertThat(Lab.of(filling.woven()).difference(shown)).as(what).isLessThan(Filling.LOST);
                assertThat(cloth.yarns(filling.face(), cloth.colouring().home(filling.index())))
                        .as(what)
                        .allSatisfy(yarn ->
                                assertThat(Lab.of(yarn).difference(shown)).isLessThanOrEqualTo(Filling.LOST));
            }
            assertThat(cloth.colouring().lostShare(paper.palette())).isZero();
            assertThat(cloth.asked()).hasSize(COLOURS);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = StructureKind.class,
            names = {"NONE", "AUTO"},
            mode = EnumSource.Mode.EXCLUDE)
    void coloursThatAreWovenAlikeAreOneAndNoTwoLookTheSame(StructureKind kind) {
        WovenDesign design = woven(kind, 5, true);

        assertThat(design.cloth().colouring().fillings())
                .extracting(Filling::face)
                .doesNotHaveDuplicates();
        assertThat(design.paper().palette().packed()).doesNotHaveDuplicates();
        assertThat(design.cloth().analysis().hangsTogether()).isTrue();
        assertThat(design.cloth().analysis().all().over(design.cloth().floatLimit()))
                .isZero();
    }

    @Test
    void aPaletteThatIsFixedStaysAsItIs() {
        WovenDesign design = woven(StructureKind.TAQUETE, 2, false);

        assertThat(design.paper().palette().colours())
                .extracting(colour -> colour.rgb().hex())
                .containsExactly(colours(2));
        assertThat(design.cloth().asked()).isEmpty();
    }

    /** From the picture on: colours that lie near one another share yarns, and none is woven as another one. */
    @Test
    void aPictureIsDrawnInTheYarnsOfItsCloth() {
        Picture picture = Picture.blank(240, 180);
        for (int y = 0; y < 180; y++) {
            for (int x = 0; x < 240; x++) {
                picture.set(x, y, (x / 20 * 20) << 16 | (y / 20 * 25) << 8 | (x + y) / 40 * 20);
            }
        }
        Recipe recipe = Recipe.faithful(24).withWeave(WeaveOrder.of(StructureKind.TAQUETE));

        LoomDesign design = new LoomEngine(1).design(picture, recipe);

        Cloth cloth = Objects.requireNonNull(design.cloth());
        List<Rgb> yarns = cloth.colouring().bands().get(0).wefts();
        assertThat(yarns).hasSizeLessThanOrEqualTo(8);
        assertThat(cloth.colouring().lostShare(design.pointPaper().palette())).isZero();
        assertThat(Arrays.stream(design.pointPaper().palette().packed())
                        .distinct()
                        .count())
                .isEqualTo(design.pointPaper().palette().size());
        assertThat(cloth.trials()).isNotEmpty();
        assertThat(cloth.trials().get(0).picks())
                .isEqualTo(2L * design.pointPaper().lines());
    }
}
