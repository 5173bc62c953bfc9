package dev.shuttle.loom.cloth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.clean.LabelMaps;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.weave.FloatBounds;
import dev.shuttle.loom.weave.Satin;
import dev.shuttle.loom.weave.WeftBacked;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A point paper becomes cloth. */
class ClothTest {
    private static final String[] EIGHT = {
        "#b3242b", "#f4ecd8", "#1f4e79", "#e0a526", "#2c5f34", "#b52a2e", "#7d7f50", "#101010"
    };

    private static Cloth woven(StructureKind kind, Repeat repeat, String... colours) {
        return woven(WeaveOrder.of(kind), repeat, colours);
    }

    private static Cloth woven(WeaveOrder wanted, Repeat repeat, String... colours) {
        WeaveOrder order = wanted.settled(colours.length, false);
        int ends = order.structure(colours.length).endsRepeat();
        int lines = 2 * order.structure(colours.length).linesRepeat();
        return Cloth.of(Papers.of(LabelMaps.BLOBS, ends, lines, colours), repeat, order);
    }

    @ParameterizedTest
    @EnumSource(value = StructureKind.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void everyStructureKeepsItsLimitInEveryRepeat(StructureKind kind) {
        for (Repeat repeat : Repeat.values()) {
            Cloth cloth = woven(kind, repeat, EIGHT);
            assertThat(cloth.analysis().all().over(cloth.floatLimit()))
                    .as("%s", repeat)
                    .isZero();
            assertThat(cloth.analysis().hangsTogether()).as("%s", repeat).isTrue();
        }
    }

    @Test
    void asManyColoursAsWeftsAreAllWovenPure() {
        Cloth cloth = woven(StructureKind.WEFT_BACKED, Repeat.NONE, "#b3242b", "#f4ecd8", "#1f4e79");
        assertThat(cloth.structure()).isEqualTo(new WeftBacked(new Satin(8, 3), 3));
        assertThat(cloth.colouring().fillings())
                .allSatisfy(filling -> assertThat(filling.face()).isInstanceOf(Filling.Pure.class));
        assertThat(cloth.colouring().fillings()).extracting(Filling::face).doesNotHaveDuplicates();
    }

    @Test
    void coloursBeyondTheWeftsGoToTheNearestAndItIsTold() {
        Cloth cloth = woven(new WeaveOrder(StructureKind.LAMPAS, null, 3, null), Repeat.NONE, EIGHT);
        Colouring colouring = cloth.colouring();
        assertThat(colouring.weftCount()).isEqualTo(3);
        assertThat(colouring.isMerged(5)).as("the second red").isTrue();
        assertThat(colouring.fillings().get(5).face())
                .isEqualTo(colouring.fillings().get(0).face());
        assertThat(colouring.fillings())
                .allSatisfy(filling -> assertThat(Lab.of(filling.woven()).difference(Lab.of(filling.asked())))
                        .isEqualTo(filling.difference()));
    }

    @Test
    void aColourBetweenTwoYarnsIsWovenOfBothLineByLine() {
        Cloth cloth = Cloth.of(
                Papers.of(LabelMaps.BLOBS, 8, 8, "#101010", "#f0f0f0", "#a8a8a8"),
                Repeat.NONE,
                new WeaveOrder(StructureKind.WEFT_BACKED, null, 2, null).settled(3, false));
        assertThat(cloth.colouring().wefts(0)).containsExactly(Rgb.parse("#101010"), Rgb.parse("#f0f0f0"));
        assertThat(cloth.colouring().fillings().get(2).face()).isEqualTo(new Filling.Mixture(0, 1));
        assertThat(cloth.colouring().fillings().get(2).difference()).isLessThan(3);
    }

    @Test
    void tonesHaveLevelsOfTheirOwnInTheOrderOfTheirLight() {
        Cloth cloth = woven(StructureKind.SHADED_SATIN, Repeat.NONE, "#ffffff", "#000000", "#808080", "#888888");
        assertThat(cloth.colouring().fillings())
                .extracting(Filling::face)
                .containsExactly(
                        new Filling.Level(7), new Filling.Level(1), new Filling.Level(2), new Filling.Level(3));
    }

    @Test
    void aToneIsTheLightOfItsYarns() {
        Cloth cloth = woven(StructureKind.SHADED_SATIN, Repeat.NONE, "#ffffff", "#000000");
        Rgb lightest = cloth.colouring().fillings().get(0).woven();
        // 7/8 of white's light.
        assertThat(lightest.red()).isCloseTo(240, within(1));
    }

    @Test
    void moreTonesThanLevelsAreScatteredInProportion() {
        String[] greys = new String[20];
        for (int i = 0; i < greys.length; i++) {
            greys[i] = Rgb.of(0x0d0d0d * i).hex();
        }
        WeaveOrder order = new WeaveOrder(StructureKind.SHADED_SATIN, new Satin(8, 3), null, null).settled(20, true);
        PointPaper paper = Papers.of(LabelMaps.PHOTO, 200, 200, greys);
        Cloth cloth = Cloth.of(paper, Repeat.NONE, order);
        double wanted = 0;
        double lifted = 0;
        for (int line = 0; line < 200; line++) {
            for (int end = 0; end < 200; end++) {
                Filling filling = cloth.colouring().fillings().get(paper.label(end, line));
                wanted += ((Filling.Level) filling.face()).level();
                lifted += cloth.faces().at(end, line);
            }
        }
        assertThat(lifted / wanted).isCloseTo(1, within(0.002));
        assertThat(cloth.analysis().longest()).isEqualTo(new FloatBounds(7, 7, 7, 7));
    }

    @Test
    void damaskHasTwoSatinsOnly() {
        Cloth cloth = woven(StructureKind.DAMASK, Repeat.NONE, "#f0e0d0", "#402010", "#604030", "#d0c0b0");
        assertThat(cloth.colouring().fillings())
                .extracting(Filling::face)
                .containsExactly(
                        new Filling.Level(7), new Filling.Level(1), new Filling.Level(1), new Filling.Level(7));
        assertThat(cloth.colouring().isMerged(2)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "true, 5, SHADED_SATIN, 8, 1",
        "true, 16, SHADED_SATIN, 16, 1",
        "false, 2, WEFT_BACKED, 8, 2",
        "false, 4, WEFT_BACKED, 10, 4",
        "false, 16, WEFT_BACKED, 12, 6"
    })
    void theStructureFollowsThePicture(boolean grey, int colours, StructureKind kind, int ends, int wefts) {
        WeaveOrder settled = WeaveOrder.of(StructureKind.AUTO).settled(colours, grey);
        assertThat(settled.kind()).isEqualTo(kind);
        assertThat(settled.satin()).isEqualTo(Satin.of(ends));
        assertThat(settled.wefts()).isEqualTo(wefts);
    }

    @ParameterizedTest
    @EnumSource(
            value = StructureKind.class,
            names = {"SHADED_SATIN", "TAQUETE", "SAMITUM", "WEFT_BACKED"})
    void aLowerFloatLimitGivesACloserWeave(StructureKind kind) {
        WeaveOrder order = new WeaveOrder(kind, null, 2, 4).settled(2, false);
        Cloth cloth = Cloth.of(Papers.of(LabelMaps.BLOBS, 10, 10, "#ffffff", "#000000"), Repeat.NONE, order);
        assertThat(cloth.analysis().longest().weftFace()).isLessThanOrEqualTo(4);
        assertThat(cloth.analysis().longest().weftBack()).isLessThanOrEqualTo(4);
    }

    @Test
    void aRepeatThatDropsOrTurnsIsWovenWhole() {
        WeaveOrder three = new WeaveOrder(StructureKind.LAMPAS, null, 3, null);
        Cloth dropped = woven(three, Repeat.HALF_DROP, EIGHT);
        Cloth turned = woven(three, Repeat.MIRROR, EIGHT);
        Cloth plain = woven(three, Repeat.NONE, EIGHT);
        assertThat(List.of(
                        dropped.plan().hooks(),
                        turned.plan().hooks(),
                        plain.plan().hooks()))
                .containsExactly(80, 80, 40);
        assertThat(turned.plan().mains().rows())
                .isEqualTo(2 * plain.plan().mains().rows());
        assertThat(turned.faces().at(79, 0)).isEqualTo(turned.faces().at(0, 0));
        assertThat(dropped.faces().at(40, 0)).isEqualTo(dropped.faces().at(0, 10));
    }
}
