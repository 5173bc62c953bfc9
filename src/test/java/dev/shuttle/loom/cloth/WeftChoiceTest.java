package dev.shuttle.loom.cloth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.clean.LabelMaps;
import dev.shuttle.loom.design.Changing;
import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.design.YarnCounts;
import dev.shuttle.loom.render.ClothPicture;
import dev.shuttle.loom.weave.Lampas;
import dev.shuttle.loom.work.RowBands;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Where nobody says how many wefts a cloth has, it has the fewest that show what the point paper says. */
class WeftChoiceTest {
    private static final String[] EIGHT = {
        "#b3242b", "#f4ecd8", "#1f4e79", "#e0a526", "#2c5f34", "#704214", "#7d7f90", "#101010"
    };

    private static Cloth woven(WeaveOrder wanted, String... colours) {
        WeaveOrder order = wanted.settled(colours.length, false);
        int ends = order.structure(colours.length).endsRepeat();
        int lines = 8 * order.structure(colours.length).linesRepeat();
        return Cloth.of(Papers.of(LabelMaps.BLOBS, ends, lines, colours), Repeat.NONE, order);
    }

    @Test
    void threeColoursNeedThreeWeftsAndEachIsWovenAsItIs() {
        Cloth cloth = woven(WeaveOrder.of(StructureKind.LAMPAS), "#f4ecd8", "#b3242b", "#1f4e79");

        assertThat(cloth.order().kind()).isEqualTo(StructureKind.LAMPAS);
        assertThat(cloth.structure().threads()).isEqualTo(3);
        assertThat(cloth.trials()).extracting(WeftTrial::wefts).containsExactly(2, 3);
        assertThat(cloth.trials().get(0).suffices()).isFalse();
        assertThat(cloth.colouring().lostShare(paper(cloth).palette())).isZero();
    }

    @Test
    void manyColoursMakeABrocadeOfWhichNoWeftChanges() {
        Cloth cloth = woven(new WeaveOrder(StructureKind.LAMPAS, null, null, null, new Changing(1, 80)), EIGHT);

        assertThat(cloth.order().kind()).isEqualTo(StructureKind.BROCADE);
        assertThat(cloth.structure())
                .isInstanceOfSatisfying(
                        Lampas.class, brocade -> assertThat(brocade.brocaded()).isTrue());
        assertThat(cloth.colouring().bands()).hasSize(1);
        assertThat(cloth.colouring().lostShare(paper(cloth).palette())).isLessThanOrEqualTo(WeftTrial.MOST_LOST);
        assertThat(cloth.trials()).extracting(WeftTrial::lost).isSortedAccordingTo(Comparator.reverseOrder());
    }

    /** Of 26.6 tex four wefts have room in a line at 21 a cm, of 60 tex two. */
    @Test
    void noMoreWeftsThanHaveRoomWithTheCountsThatAreKnown() {
        WeaveOrder order = WeaveOrder.of(StructureKind.TAQUETE);

        for (Map.Entry<Double, Integer> count : Map.of(26.6, 4, 60.0, 2).entrySet()) {
            Map<Rgb, Double> all = Arrays.stream(EIGHT).collect(Collectors.toMap(Rgb::parse, colour -> count.getKey()));
            Cloth cloth = woven(order.weighed(new YarnCounts(all, null, null)), EIGHT);

            assertThat(cloth.trials()).allSatisfy(trial -> {
                assertThat(trial.tex()).isCloseTo(count.getKey(), within(1e-9));
                assertThat(trial.cover()).isLessThanOrEqualTo(WeftCover.MOST);
            });
            assertThat(cloth.trials()).extracting(WeftTrial::wefts).last().isEqualTo(count.getValue());
        }
        assertThat(woven(order, EIGHT).trials())
                .extracting(WeftTrial::wefts)
                .last()
                .isEqualTo(8);
    }

    @Test
    void noMoreWeftsThanTheLoomHasBoxes() {
        WeaveOrder shuttleLoom =
                new WeaveOrder(StructureKind.LAMPAS, null, null, null, new Changing(1, 10), null, 4, false);

        Cloth cloth = woven(shuttleLoom, EIGHT);

        assertThat(cloth.structure().threads()).isLessThanOrEqualTo(4);
        assertThat(cloth.trials()).extracting(WeftTrial::wefts).allMatch(wefts -> wefts <= 4);
        WeftTrial best = cloth.trials().stream()
                .min(Comparator.comparingDouble(WeftTrial::lost))
                .orElseThrow();
        assertThat(cloth.structure().threads())
                .as("where none suffices, the best")
                .isEqualTo(best.wefts());
    }

    @Test
    void howManyIsSaidIsKept() {
        Cloth cloth = woven(new WeaveOrder(StructureKind.LAMPAS, null, 3, null), EIGHT);

        assertThat(cloth.structure().threads()).isEqualTo(3);
        assertThat(cloth.trials()).isEmpty();
    }

    /** The ivory of the figure may cross an ivory ground: then the ground's weft is one colour more. */
    @Test
    void theGroundsWeftMakesFigureWhereItsColourMayCrossTheGround() {
        Cloth cloth = woven(new WeaveOrder(StructureKind.LAMPAS, null, 2, null), "#f4ecd8", "#1f4e79", "#fbf6e6");

        assertThat(cloth.colouring().wefts(0)).contains(Rgb.parse("#fbf6e6"));
        assertThat(cloth.colouring().fillings().get(2).face()).isEqualTo(new Filling.Pure(2));
        assertThat(cloth.analysis().all().over(cloth.floatLimit())).isZero();
        assertThat(new ClothPicture(cloth, paper(cloth), 300, new RowBands(1))
                        .front()
                        .getWidth())
                .isPositive();
    }

    @Test
    void theWovenPaperHasTheColoursThatTheClothShows() {
        Cloth cloth = woven(new WeaveOrder(StructureKind.LAMPAS, null, 3, null), EIGHT);
        PointPaper paper = paper(cloth);
        PointPaper woven = WovenPaper.of(paper, cloth);

        for (int cell = 0; cell < paper.labels().length; cell++) {
            Filling filling = cloth.colouring().fillings().get(paper.labels()[cell] & 255);
            assertThat(woven.palette().rgb(woven.labels()[cell] & 255)).isEqualTo(filling.woven());
        }
    }

    /** No line throws one yarn twice, and a yarn that goes on stays in its weft. */
    @Test
    void severalChangingWeftsNeverThrowTheSameYarn() {
        for (LabelMaps map : List.of(LabelMaps.BLOBS, LabelMaps.RANDOM)) {
            WeaveOrder order =
                    new WeaveOrder(StructureKind.LAMPAS, null, 4, null, new Changing(2, 6)).settled(8, false);
            int ends = order.structure(8).endsRepeat();
            int lines = 6 * order.structure(8).linesRepeat();
            Cloth cloth = Cloth.of(Papers.of(map, ends, lines, EIGHT), Repeat.NONE, order);
            List<Band> bands = cloth.colouring().bands();

            assertThat(bands)
                    .as("a shuttle comes back to its side")
                    .allSatisfy(
                            band -> assertThat((band.to() - band.from()) % 2).isZero());
            assertThat(bands).allSatisfy(band -> assertThat(band.wefts()).doesNotHaveDuplicates());
            for (int at = 1; at < bands.size(); at++) {
                List<Rgb> before = bands.get(at - 1).wefts();
                List<Rgb> after = bands.get(at).wefts();
                for (Rgb yarn : before) {
                    if (after.contains(yarn)) {
                        assertThat(after.indexOf(yarn))
                                .as("%s in %s", yarn.hex(), map)
                                .isEqualTo(before.indexOf(yarn));
                    }
                }
            }
        }
    }

    private static PointPaper paper(Cloth cloth) {
        int ends = cloth.faces().ends();
        int lines = cloth.faces().lines();
        String[] colours = cloth.colouring().fillings().stream()
                .map(filling -> filling.asked().hex())
                .toArray(String[]::new);
        PointPaper paper = Papers.of(LabelMaps.BLOBS, ends, lines, colours);
        assertThat(Arrays.stream(colours)).isNotEmpty();
        return new PointPaper(ends, lines, paper.labels(), paper.palette(), Density.SQUARE);
    }
}
