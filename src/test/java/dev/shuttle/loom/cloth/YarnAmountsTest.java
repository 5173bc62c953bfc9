package dev.shuttle.loom.cloth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.clean.LabelMaps;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.design.WeaveOrder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YarnAmountsTest {
    private static Cloth cloth(StructureKind kind, int wefts) {
        WeaveOrder order = new WeaveOrder(kind, null, wefts, null).settled(3, false);
        return Cloth.of(Papers.of(LabelMaps.BLOBS, 1080, 210, "#b3242b", "#f4ecd8", "#1f4e79"), Repeat.NONE, order);
    }

    /** 彩库锦: 47.6 dtex × 2 mains, 20/22 denier × 2 binders, 133 dtex × 2 wefts, 221 g/m², one of its wefts a metal thread. */
    @Test
    void aShuBrocadeComesNearThePublishedOne() {
        YarnAmounts amounts = YarnAmounts.of(cloth(StructureKind.LAMPAS, 3), YarnRules.USUAL);
        assertThat(amounts.uses().get(0).tex()).isCloseTo(9.52, within(0.5));
        assertThat(amounts.uses().get(1).tex()).isBetween(3.5, 4.7);
        assertThat(amounts.uses().get(2).tex()).isCloseTo(26.6, within(1.5));
        assertThat(amounts.gramsPerSquareMetre()).isCloseTo(221, withinPercentage(15));
    }

    @Test
    void withTheCountsOfThePublishedOneItWeighsWhatThatWeighs() {
        Cloth cloth = cloth(StructureKind.LAMPAS, 3);
        Map<Rgb, Double> wefts =
                Map.of(Rgb.parse("#b3242b"), 26.6, Rgb.parse("#f4ecd8"), 26.6, Rgb.parse("#1f4e79"), 19.0);

        YarnAmounts amounts = YarnAmounts.of(cloth, YarnRules.USUAL, new YarnCounts(wefts, 9.52, 4.66));

        assertThat(amounts.gramsPerSquareMetre()).isCloseTo(221, withinPercentage(5));
    }

    @Test
    void moreWeftsMakeAHeavierCloth() {
        double before = 0;
        for (int wefts = 2; wefts <= 3; wefts++) {
            double grams = YarnAmounts.of(cloth(StructureKind.LAMPAS, wefts), YarnRules.USUAL)
                    .gramsPerSquareMetre();
            assertThat(grams).as("%d wefts", wefts).isGreaterThan(before);
            before = grams;
        }
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
        YarnUse own = YarnAmounts.of(cloth, YarnRules.USUAL, new YarnCounts(Map.of(red, 13.3), null, null))
                .uses()
                .get(2);
        assertThat(own.tex()).isEqualTo(13.3);
        assertThat(own.grams()).isCloseTo(own.metres() * 13.3 / 1000, within(1e-9));
        assertThat(YarnAmounts.of(cloth, YarnRules.USUAL, new YarnCounts(Map.of(red, 13.3), null, null))
                        .uses()
                        .get(3))
                .isEqualTo(YarnAmounts.of(cloth, YarnRules.USUAL).uses().get(3));
    }

    @Test
    void aWarpAndABinderWhoseCountIsKnownAreWeighedWithIt() {
        Cloth cloth = cloth(StructureKind.LAMPAS, 3);
        YarnAmounts amounts = YarnAmounts.of(cloth, YarnRules.USUAL, new YarnCounts(Map.of(), 9.52, 2.5));

        assertThat(amounts.uses().get(0).tex()).isEqualTo(9.52);
        assertThat(amounts.uses().get(1).tex()).isEqualTo(2.5);
        assertThat(amounts.uses().get(2))
                .isEqualTo(YarnAmounts.of(cloth, YarnRules.USUAL).uses().get(2));
    }

    @Test
    void ofJinTheWarpsShow() {
        Rgb red = Rgb.parse("#b3242b");
        YarnAmounts amounts = YarnAmounts.of(
                cloth(StructureKind.JIN, 3), YarnRules.USUAL, new YarnCounts(Map.of(red, 13.3), 9.0, 2.5));

        assertThat(amounts.uses())
                .filteredOn(use -> use.system() == YarnSystem.WARP)
                .extracting(use -> use.colour().equals(red), YarnUse::tex)
                .containsExactlyInAnyOrder(tuple(true, 13.3), tuple(false, 9.0), tuple(false, 9.0));
        assertThat(amounts.uses().get(4).tex()).isEqualTo(2.5);
    }
}
