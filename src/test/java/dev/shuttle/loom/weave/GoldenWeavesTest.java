package dev.shuttle.loom.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shuttle.loom.convert.clean.LabelMaps;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weaves as the books have them, thread by thread. */
class GoldenWeavesTest {
    private static String row(BitGrid grid, int row) {
        return IntStream.range(0, grid.columns())
                .mapToObj(column -> grid.get(row, column) ? "X" : ".")
                .collect(Collectors.joining());
    }

    private static FaceMap flat(Structure structure, int face) {
        byte[] faces = new byte[structure.endsRepeat() * structure.linesRepeat()];
        Arrays.fill(faces, (byte) face);
        return new FaceMap(structure.endsRepeat(), structure.linesRepeat(), faces);
    }

    @Test
    void theEightEndSatinBindsAsItShould() {
        ShadedSatin structure = new ShadedSatin(new Satin(8, 3));
        BitGrid lifted = structure.weave(flat(structure, 1)).mains();
        assertThat(IntStream.range(0, 8).map(pick -> row(lifted, pick).indexOf('X')))
                .containsExactly(0, 3, 6, 1, 4, 7, 2, 5);
    }

    @Test
    void theFiveEndWarpSatinIsItsOwnReverse() {
        ShadedSatin structure = new ShadedSatin(new Satin(5, 2));
        BitGrid lifted = structure.weave(flat(structure, 4)).mains();
        assertThat(IntStream.range(0, 5).mapToObj(pick -> row(lifted, pick)))
                .containsExactly("XXXX.", "X.XXX", "XXX.X", ".XXXX", "XX.XX");
    }

    @Test
    void twoWeftsChangePlacesBetweenTheFaceAndTheBack() {
        WeftBacked structure = new WeftBacked(new Satin(8, 3), 2);
        byte[] faces = new byte[64];
        for (int i = 0; i < faces.length; i++) {
            faces[i] = (byte) (i % 8 / 4);
        }
        BitGrid lifted = structure.weave(new FaceMap(8, 8, faces)).mains();
        assertThat(structure.hidden()).containsExactly(4, 2);
        assertThat(List.of(row(lifted, 0), row(lifted, 1))).containsExactly("X....XXX", "XX.X....");
        assertThat(List.of(row(lifted, 2), row(lifted, 3))).containsExactly("...XXXX.", "XXXX....");
    }

    @ParameterizedTest
    @CsvSource({"8, 3, 4 2 6 1", "10, 3, 5 4 6 2", "12, 5, 6 4 8 3", "16, 7, 8 6 10 5"})
    void theBackIsBoundFarFromTheFacesRisers(int ends, int step, String hidden) {
        assertThat(new WeftBacked(new Satin(ends, step), 4)
                        .hidden().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .isEqualTo(hidden);
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 3, 3", "1, 3, 5, 3", "4, 3, 14, 9"})
    void aBindingWarpBoundsTheWefts(int mains, int lines, int face, int back) {
        assertThat(new WeftFaced(new Binding(mains, lines), 3).bounds())
                .extracting(FloatBounds::weftFace, FloatBounds::weftBack)
                .containsExactly(face, back);
    }

    @Test
    void aShuBrocadeHasTheFloatsOfTheBook() {
        Lampas structure = Lampas.of(new Satin(5, 2), 3, false);
        assertThat(structure.bounds()).isEqualTo(new FloatBounds(14, 3, 9, 9));
        assertThat(structure.endsRepeat()).isEqualTo(40);
        assertThat(structure.linesRepeat()).isEqualTo(10);
    }

    /** The first weft of a Shu brocade makes figure too: where it shows all mains lie under it, the binders alone hold it. */
    @Test
    void theGroundsWeftOfALampasMakesFigureToo() {
        Lampas structure = Lampas.of(new Satin(5, 2), 3, false);
        byte[] faces = new byte[40 * 10];
        Arrays.fill(faces, 0, 40, (byte) 3);
        LiftPlan plan = structure.weave(new FaceMap(40, 10, faces));
        assertThat(row(plan.mains(), 0)).as("weft 0").isEqualTo(".".repeat(40));
        assertThat(row(plan.mains(), 1)).as("weft 1").isEqualTo("X".repeat(40));
        assertThat(row(plan.mains(), 3)).as("weft 0 in the ground").doesNotContain("..");
        assertThat(row(plan.binders(), 0)).isEqualTo("X.X.X.X.X.");
    }

    @Test
    void taqueteSortsItsWeftsByTheMainsAndBindsInTabby() {
        WeftFaced structure = WeftFaced.taquete(2);
        LiftPlan plan = structure.weave(new FaceMap(2, 2, new byte[] {0, 1, 1, 0}));
        assertThat(IntStream.range(0, 4).mapToObj(row -> row(plan.mains(), row)))
                .containsExactly(".X", "X.", "X.", ".X");
        assertThat(IntStream.range(0, 4).mapToObj(row -> row(plan.binders(), row)))
                .containsExactly("X.", "X.", ".X", ".X");
        assertThat(IntStream.range(0, 4).mapToObj(row -> row(plan.cloth(), row)))
                .containsExactly(".XX.", "XX..", "X..X", "..XX");
    }

    @Test
    void jinIsSamitumTurnedAndReversed() {
        WarpFaced jin = new WarpFaced(new Binding(2, 3), 2);
        WeftFaced samitum = new WeftFaced(new Binding(2, 3), 2);
        FaceMap map = StructuresTest.map(jin, LabelMaps.RANDOM, 9, 12, 4);
        BitGrid woven = jin.weave(map).mains();
        BitGrid other = samitum.weave(map.transposed()).cloth();
        assertThat(woven.rows()).isEqualTo(18);
        assertThat(woven.columns()).isEqualTo(18);
        for (int row = 0; row < woven.rows(); row++) {
            for (int column = 0; column < woven.columns(); column++) {
                assertThat(woven.get(row, column)).isNotEqualTo(other.get(column, row));
            }
        }
    }

    @Test
    void aBrocadeThrowsAPatternWeftWhereItShowsAndBackAgain() {
        Lampas structure = Lampas.of(new Satin(5, 2), 3, true);
        byte[] faces = new byte[40 * 10];
        faces[40 * 2] = 1;
        faces[40 * 7 + 3] = 2;
        PickPlan picks = structure.weave(new FaceMap(40, 10, faces)).picks();
        assertThat(picks.picks()).isEqualTo(14);
        assertThat(picks.uses()).containsExactly(10, 2, 2);
        assertThat(picks.weft(3)).isEqualTo(1);
        assertThat(picks.weft(5)).as("back on the line below").isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"5, 2", "7, 2 3", "8, 3", "9, 2 4", "10, 3", "11, 2 3 4 5", "12, 5", "14, 3 5", "15, 2 4 7", "16, 3 5 7"
    })
    void satinsHaveTheirLegalStepsAndNoOthers(int ends, String lowerHalf) {
        assertThat(Satin.steps(ends).stream()
                        .filter(step -> 2 * step <= ends)
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(lowerHalf);
        assertThat(Satin.steps(ends)).allMatch(step -> Satin.steps(ends).contains(ends - step));
    }

    @Test
    void aTwillIsNoSatinAndSixEndsMakeNone() {
        assertThat(Satin.steps(6)).isEmpty();
        assertThatThrownBy(() -> new Satin(8, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Satin(8, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Satin.of(6)).isInstanceOf(IllegalArgumentException.class);
        assertThat(List.of(Satin.of(5), Satin.of(8), Satin.of(10), Satin.of(12)))
                .extracting(Satin::step)
                .containsExactly(2, 3, 3, 5);
    }

    @Test
    void aMapThatIsNoMultipleOfTheRepeatIsRefused() {
        ShadedSatin structure = new ShadedSatin(new Satin(8, 3));
        assertThatThrownBy(() -> structure.weave(new FaceMap(9, 8, new byte[72])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("9 ends by 8 lines");
        assertThatThrownBy(() -> structure.weave(flat(structure, 8))).hasMessageContaining("faces 1 to 7, not 8");
    }

    @Test
    void widthsThatLeaveNoHookIdleAreNamed() {
        assertThat(HookFit.of(2688, 1080)).isEqualTo(new HookFit(2688, 1080, 2, 528));
        assertThat(HookFit.nearest(2688, 1080, 8)).containsExactly(896, 1344);
        assertThat(HookFit.nearest(2640, 2640, 60)).containsExactly(2640);
    }
}
