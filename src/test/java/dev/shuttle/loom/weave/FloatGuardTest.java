package dev.shuttle.loom.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shuttle.loom.convert.clean.LabelMaps;
import dev.shuttle.loom.library.WeaveException;
import dev.shuttle.loom.library.WeaveFormula;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where weaves meet, floats are mended to the limit by guards that are turned one way only. */
class FloatGuardTest {
    static UnitWeave weave(String formula) {
        try {
            return WeaveFormula.of(formula);
        } catch (WeaveException e) {
            throw new AssertionError(e);
        }
    }

    private static List<UnitWeave> weaves(String... formulas) {
        return Stream.of(formulas).map(FloatGuardTest::weave).toList();
    }

    /** Mixes of weaves, those of the published measurements among them. */
    private static Stream<List<UnitWeave>> mixes() {
        return Stream.of(
                weaves("satin 8/3 warp", "satin 8/3 weft"),
                weaves("satin 5/2 warp", "satin 8/3 weft"),
                weaves("satin 8/3 warp", "satin 8/3 weft", "twill 2/2", "plain"),
                weaves("plain", "twill 2/2 S", "twill 1/3 Z"),
                weaves("satin 7/2 weft", "basket 3/3", "herringbone 2/2"),
                weaves(
                        "plain",
                        "twill 3/1",
                        "twill 1/3 S",
                        "satin 5/2 weft",
                        "satin 8/3 warp",
                        "satin 10/3 weft",
                        "satin 12/5 warp",
                        "basket 4/4",
                        "warp-rib 2/2"));
    }

    private record Woven(ShadedSatin structure, FaceMap map, LiftPlan plan) {}

    private static Woven woven(List<UnitWeave> mix, @Nullable Integer limit, LabelMaps kind, long seed) {
        ShadedSatin structure = new ShadedSatin(new Satin(8, 3), new FaceWeaves(mix, true), limit);
        int ends = structure.endsRepeat() * (120 / structure.endsRepeat() + 1);
        int lines = structure.linesRepeat() * (96 / structure.linesRepeat() + 1);
        byte[] labels = kind.map(ends, lines, mix.size(), seed);
        byte[] weaves = new byte[labels.length];
        byte[] faces = new byte[labels.length];
        for (int cell = 0; cell < labels.length; cell++) {
            weaves[cell] = (byte) (labels[cell] + 1);
            faces[cell] = 1;
        }
        FaceMap map = new FaceMap(ends, lines, faces, weaves);
        return new Woven(structure, map, structure.weave(map));
    }

    @ParameterizedTest
    @MethodSource("mixes")
    void noFloatIsLongerThanTheLimitOnEitherFace(List<UnitWeave> mix) {
        int pure = mix.stream().mapToInt(UnitWeave::longestFloat).max().orElseThrow();
        for (int limit = pure; limit <= pure + 3; limit++) {
            for (LabelMaps kind : LabelMaps.values()) {
                BitGrid cloth = woven(mix, limit, kind, limit).plan().mains();
                assertThat(CountedFloats.alongPicks(cloth))
                        .as("picks, %s", kind)
                        .isLessThanOrEqualTo(limit);
                assertThat(CountedFloats.alongEnds(cloth)).as("ends, %s", kind).isLessThanOrEqualTo(limit);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("mixes")
    void whatIsToldAsTurnedIsTheWholeDifference(List<UnitWeave> mix) {
        Woven woven = woven(mix, null, LabelMaps.RANDOM, 7);
        Mending mending = Objects.requireNonNull(woven.plan().mending());
        long lifted = 0;
        long lowered = 0;
        for (int line = 0; line < woven.map().lines(); line++) {
            for (int end = 0; end < woven.map().ends(); end++) {
                boolean own = mix.get(woven.map().weave(end, line) - 1).isUp(end, line);
                boolean now = woven.plan().mains().get(line, end);
                assertThat(mending.toggled().get(line, end)).isEqualTo(own != now);
                lifted += now && !own ? 1 : 0;
                lowered += own && !now ? 1 : 0;
            }
        }
        assertThat(mending.lifted()).isEqualTo(lifted);
        assertThat(mending.lowered()).isEqualTo(lowered);
    }

    @Test
    void satinsOfOneOrderMeetWithoutAnyMending() {
        List<UnitWeave> mix = weaves("satin 8/3 warp", "satin 8/3 weft", "shaded 8/3 L=3");
        for (LabelMaps kind : LabelMaps.values()) {
            Mending mending =
                    Objects.requireNonNull(woven(mix, 7, kind, 3).plan().mending());
            assertThat(mending.count()).as("%s", kind).isZero();
        }
    }

    @Test
    void fewCellsOfCalmAreasAreTurned() {
        List<UnitWeave> mix = weaves("satin 8/3 warp", "satin 8/3 weft", "twill 2/2", "plain");
        Mending mending =
                Objects.requireNonNull(woven(mix, 7, LabelMaps.BLOBS, 1).plan().mending());
        assertThat(mending.share()).isLessThan(0.02);
    }

    @Test
    void aPlaneThatNeverChangesIsMendedToo() {
        BitGrid cloth = FloatGuard.of(8).mended(new BitGrid(32, 48), 7);
        assertThat(CountedFloats.alongPicks(cloth)).isLessThanOrEqualTo(7);
        assertThat(CountedFloats.alongEnds(cloth)).isLessThanOrEqualTo(7);
    }

    @Test
    void aLimitBelowTheGuardsOwnIsRefused() {
        assertThatThrownBy(() -> FloatGuard.of(8).mended(new BitGrid(32, 48), 6))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("mixes")
    void aWeftBackedClothKeepsItsBoundsWithOtherWeavesOnTheFace(List<UnitWeave> mix) {
        for (int wefts = 2; wefts <= 4; wefts++) {
            WeftBacked structure = new WeftBacked(new Satin(12, 5), wefts, new FaceWeaves(mix, false));
            for (LabelMaps kind : LabelMaps.values()) {
                LiftPlan plan = structure.weave(map(structure, mix.size(), kind));
                FloatBounds bounds = structure.bounds();
                assertThat(CountedFloats.alongEnds(plan.mains())).isLessThanOrEqualTo(bounds.warpFace());
                FloatBounds longest =
                        WeaveAnalysis.of(plan.cloth(), plan.picks()).longest();
                assertThat(longest.warpFace()).as("%s", kind).isLessThanOrEqualTo(wefts * 11);
                assertThat(longest.warpBack())
                        .as("%s", kind)
                        .isLessThanOrEqualTo(
                                new WeftBacked(new Satin(12, 5), wefts).bounds().warpBack());
                for (int weft = 0; weft < wefts; weft++) {
                    BitGrid own = plan.mains().rows(plan.picks().rows(weft));
                    assertThat(CountedFloats.alongPicks(own)).as("%s", kind).isLessThanOrEqualTo(bounds.weftFace());
                }
            }
        }
    }

    private static FaceMap map(WeftBacked structure, int weaves, LabelMaps kind) {
        int ends = 8 * structure.endsRepeat();
        int lines = 6 * structure.linesRepeat();
        byte[] faces = kind.map(ends, lines, structure.wefts(), 1);
        byte[] numbers = kind.map(ends, lines, weaves + 1, 2);
        return new FaceMap(ends, lines, faces, numbers);
    }
}
