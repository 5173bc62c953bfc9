package dev.shuttle.loom.cloth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.clean.LabelMaps;
import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.design.Stretch;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.design.YarnCounts;
import dev.shuttle.loom.weave.Satin;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class YarnAmountsTest {
    private static final String DARK = "#1f4e79";
    private static final String LIGHT = "#f4ecd8";
    private static final String[] EIGHT = {LIGHT, "#b3242b", DARK, "#e0a526", "#2c5f34", "#101010", "#7d7f50", "#86b6d8"
    };

    private static Cloth cloth(StructureKind kind, int wefts) {
        WeaveOrder order = new WeaveOrder(kind, null, wefts, null).settled(3, false);
        return Cloth.of(Papers.of(LabelMaps.BLOBS, 1080, 210, "#b3242b", "#f4ecd8", "#1f4e79"), Repeat.NONE, order);
    }

    private static Cloth weighed(Cloth cloth, YarnCounts counts) {
        return new Cloth(
                cloth.order().weighed(counts),
                cloth.structure(),
                cloth.colouring(),
                cloth.faces(),
                cloth.plan(),
                cloth.allEnds(),
                cloth.analysis(),
                cloth.density(),
                cloth.trials(),
                cloth.asked());
    }

    /** 彩库锦: 47.6 dtex × 2 mains, 20/22 denier × 2 binders, 133 dtex × 2 wefts, 221 g/m², one of its wefts a metal thread. */
    @Test
    void aShuBrocadeComesNearThePublishedOne() {
        YarnAmounts amounts = YarnAmounts.of(cloth(StructureKind.LAMPAS, 3), YarnRules.USUAL);
        assertThat(amounts.uses().get(0).tex()).isCloseTo(9.52, within(0.5));
        assertThat(amounts.uses().get(1).tex()).isBetween(3.5, 4.7);
        assertThat(amounts.uses().get(2).tex()).isCloseTo((26.6 + 26.6 + 19) / 3, withinPercentage(15));
        assertThat(amounts.gramsPerSquareMetre()).isCloseTo(221, withinPercentage(15));
    }

    @Test
    void withTheCountsOfThePublishedOneItWeighsWhatThatWeighs() {
        Cloth cloth = cloth(StructureKind.LAMPAS, 3);
        Map<Rgb, Double> wefts =
                Map.of(Rgb.parse("#b3242b"), 26.6, Rgb.parse("#f4ecd8"), 26.6, Rgb.parse("#1f4e79"), 19.0);

        YarnAmounts amounts = YarnAmounts.of(weighed(cloth, new YarnCounts(wefts, 9.52, 4.66)), YarnRules.USUAL);

        assertThat(amounts.gramsPerSquareMetre()).isCloseTo(221, withinPercentage(5));
    }

    @ParameterizedTest
    @EnumSource(names = {"LAMPAS", "BROCADE", "TAQUETE", "SAMITUM", "WEFT_BACKED", "JIN"})
    void moreWeftsNeverMakeALighterCloth(StructureKind kind) {
        double before = 0;
        for (int wefts = 2; wefts <= (kind == StructureKind.JIN ? 4 : 8); wefts++) {
            WeaveOrder order = new WeaveOrder(kind, new Satin(16, 7), wefts, null).settled(8, false);
            Cloth cloth = Cloth.of(Papers.of(LabelMaps.RANDOM, 480, 48, EIGHT), Repeat.NONE, order);
            double grams = YarnAmounts.of(cloth, YarnRules.USUAL).gramsPerSquareMetre();
            assertThat(grams).as("%s, %d wefts", kind, wefts).isGreaterThanOrEqualTo(before);
            before = grams;
        }
    }

    /** Densities and counts as published, raw silk by what degumming leaves of it. */
    @ParameterizedTest
    @CsvSource({
        // 双宫塔夫绸: dupion, of two raw yarns each way
        "56.4, 36.5, 3.59, 5.99, 43",
        // 绢麻绸: spun silk and linen
        "41.3, 24.5, 25, 25, 166"
    })
    void aClothOfOneWeftWeighsWithItsCountsWhatThePublishedOneWeighs(
            double ends, double lines, double warp, double weft, double published) {
        Cloth cloth = ofOneWeft(ends, lines);
        Map<Rgb, Double> wefts = Map.of(Rgb.parse(DARK), weft, Rgb.parse(LIGHT), weft);

        YarnAmounts amounts = YarnAmounts.of(weighed(cloth, new YarnCounts(wefts, warp, null)), YarnRules.USUAL);

        assertThat(amounts.gramsPerSquareMetre()).isCloseTo(published, withinPercentage(15));
    }

    /** An Italian silk damask of 45 momme; its densities are not published. */
    @Test
    void aDamaskIsAsHeavyAsAPublishedOneAndItsWeftIsInTuneWithItsWarp() {
        Cloth cloth = ofOneWeft(40, 30);

        YarnAmounts amounts = YarnAmounts.of(cloth, YarnRules.USUAL);

        assertThat(amounts.gramsPerSquareMetre()).isCloseTo(194, withinPercentage(15));
        assertThat(amounts.uses().get(1).tex() / amounts.uses().get(0).tex()).isBetween(0.5, 2.0);
    }

    /** 彩库锦 and 织锦缎: each of three wefts takes 0.31 to 0.36 of a line. */
    @Test
    void threeWeftsAreAsThickAsPublished() {
        assertThat(WeftCover.of(3)).isCloseTo((0.31 + 0.36) / 2, withinPercentage(15));
    }

    @Test
    void theMostWeftsHaveRoomTogether() {
        assertThat(8 * WeftCover.of(8)).isLessThanOrEqualTo(WeftCover.MOST + 1e-9);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 8})
    void aWeftFacedClothIsMostlyWeft(int wefts) {
        WeaveOrder order = new WeaveOrder(StructureKind.TAQUETE, null, wefts, null).settled(8, false);
        PointPaper paper = Papers.of(LabelMaps.RANDOM, 240, 48, EIGHT);
        Cloth cloth = Cloth.of(
                new PointPaper(paper.ends(), paper.lines(), paper.labels(), paper.palette(), new Density(6, 12)),
                Repeat.NONE,
                order);

        Map<Boolean, Double> grams = YarnAmounts.of(cloth, YarnRules.USUAL).uses().stream()
                .collect(Collectors.partitioningBy(
                        use -> use.system() == YarnSystem.WEFT, Collectors.summingDouble(YarnUse::grams)));

        assertThat(grams.get(true)).isGreaterThan(grams.get(false));
    }

    /** In the mean of them there is room for thicker ones. */
    @Test
    void weftsAreAsFineAsTheyMustBeWhereLinesLieClosest() {
        PointPaper paper = Papers.of(LabelMaps.RANDOM, 240, 48, EIGHT);
        Density density = Density.of(30, List.of(new Stretch(24, 12, false), new Stretch(24, 36, false)));
        for (int wefts : new int[] {2, 8}) {
            WeaveOrder order = new WeaveOrder(StructureKind.TAQUETE, null, wefts, null).settled(8, false);
            Cloth cloth = Cloth.of(
                    new PointPaper(paper.ends(), paper.lines(), paper.labels(), paper.palette(), density),
                    Repeat.NONE,
                    order);

            assertThat(YarnAmounts.of(cloth, YarnRules.USUAL).weftCover(cloth, YarnRules.USUAL))
                    .isCloseTo(wefts * WeftCover.of(wefts), within(1e-9))
                    .isLessThanOrEqualTo(WeftCover.MOST + 1e-9);
        }
    }

    private static Cloth ofOneWeft(double ends, double lines) {
        WeaveOrder order = new WeaveOrder(StructureKind.SHADED_SATIN, new Satin(5, 2), 1, null).settled(2, false);
        PointPaper paper = Papers.of(LabelMaps.BLOBS, 400, 200, DARK, LIGHT);
        return Cloth.of(
                new PointPaper(400, 200, paper.labels(), paper.palette(), new Density(ends, lines)),
                Repeat.NONE,
                order);
    }

    @Test
    void threadsMetresAndGramsFollowFromEachOther() {
        Cloth cloth = cloth(StructureKind.LAMPAS, 3);
        YarnAmounts amounts = YarnAmounts.of(cloth, YarnRules.USUAL);
        assertThat(amounts.uses())
                .extracting(YarnUse::system)
                .containsExactly(YarnSystem.WARP, YarnSystem.BINDER, YarnSystem.WEFT, YarnSystem.WEFT, YarnSystem.WEFT);
        YarnUse warp = amounts.uses().get(0);
        YarnUse weft = amounts.uses().get(3);
        assertThat(warp.threads()).isEqualTo(1080);
        assertThat(amounts.uses().get(1).threads()).isEqualTo(270);
        // 210 lines at 21 per cm are 10 cm, with crimp by the ends' interlacings and 5 % waste.
        assertThat(warp.metres()).isBetween(1080 * 0.10 * 1.02 * 1.05, 1080 * 0.10 * 1.15 * 1.05);
        assertThat(weft.metres()).isCloseTo(210 * 1080 / 58.4 / 100 * 1.03 * 1.05, within(1e-6));
        assertThat(weft.grams()).isCloseTo(weft.metres() * weft.tex() / 1000, within(1e-9));
        assertThat(amounts.minutes()).isCloseTo(630 / 255.0, within(1e-9));
    }

    @Test
    void theWarpsOfJinAreCountedByColour() {
        YarnAmounts amounts = YarnAmounts.of(cloth(StructureKind.JIN, 3), YarnRules.USUAL);
        assertThat(amounts.uses())
                .extracting(YarnUse::system)
                .containsExactly(YarnSystem.WARP, YarnSystem.WARP, YarnSystem.WARP, YarnSystem.WEFT, YarnSystem.WEFT);
        assertThat(amounts.uses()).extracting(YarnUse::threads).containsExactly(1080L, 1080L, 1080L, 210L, 210L);
    }

    @Test
    void aWeftWhoseCountIsKnownIsWeighedWithIt() {
        Cloth cloth = cloth(StructureKind.LAMPAS, 3);
        Rgb red = Rgb.parse("#b3242b");
        YarnUse own = YarnAmounts.of(weighed(cloth, new YarnCounts(Map.of(red, 13.3), null, null)), YarnRules.USUAL)
                .uses()
                .get(2);
        assertThat(own.tex()).isEqualTo(13.3);
        assertThat(own.grams()).isCloseTo(own.metres() * 13.3 / 1000, within(1e-9));
        assertThat(YarnAmounts.of(weighed(cloth, new YarnCounts(Map.of(red, 13.3), null, null)), YarnRules.USUAL)
                        .uses()
                        .get(3))
                .isEqualTo(YarnAmounts.of(cloth, YarnRules.USUAL).uses().get(3));
    }

    @Test
    void aWarpAndABinderWhoseCountIsKnownAreWeighedWithIt() {
        Cloth cloth = cloth(StructureKind.LAMPAS, 3);
        YarnAmounts amounts = YarnAmounts.of(weighed(cloth, new YarnCounts(Map.of(), 9.52, 2.5)), YarnRules.USUAL);

        assertThat(amounts.uses().get(0).tex()).isEqualTo(9.52);
        assertThat(amounts.uses().get(1).tex()).isEqualTo(2.5);
        assertThat(amounts.uses().get(2))
                .isEqualTo(YarnAmounts.of(cloth, YarnRules.USUAL).uses().get(2));
    }

    @Test
    void ofJinTheWarpsShow() {
        Rgb red = Rgb.parse("#b3242b");
        YarnAmounts amounts = YarnAmounts.of(
                weighed(cloth(StructureKind.JIN, 3), new YarnCounts(Map.of(red, 13.3), 9.0, 2.5)), YarnRules.USUAL);

        assertThat(amounts.uses())
                .filteredOn(use -> use.system() == YarnSystem.WARP)
                .extracting(use -> use.colour().equals(red), YarnUse::tex)
                .containsExactlyInAnyOrder(tuple(true, 13.3), tuple(false, 9.0), tuple(false, 9.0));
        assertThat(amounts.uses().get(4).tex()).isEqualTo(2.5);
    }
}
