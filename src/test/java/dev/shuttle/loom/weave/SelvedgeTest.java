package dev.shuttle.loom.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.convert.clean.LabelMaps;
import dev.shuttle.loom.weave.Selvedge.Weave;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A selvedge holds with the picks of every structure. */
class SelvedgeTest {
    private static LiftPlan plan(Structure structure, LabelMaps kind, Selvedge selvedge) {
        int lines = structure.linesRepeat();
        // of jin, so that its binding weft too goes there and back
        int back = structure instanceof WarpFaced jin ? 2 * jin.binding().mains() : 1;
        while (lines % selvedge.linesRepeat() != 0 || lines % back != 0) {
            lines += structure.linesRepeat();
        }
        return structure.weave(StructuresTest.map(structure, kind, structure.endsRepeat(), lines, 9));
    }

    /** Each weft keeps its own; through the shed of bobbins, which have the number after the wefts, none flies. */
    private static int[] shuttles(Structure structure, PickPlan picks) {
        boolean bobbins = (structure instanceof Lampas lampas && lampas.bobbins())
                || (structure instanceof WeftFaced faced && faced.bobbins());
        return IntStream.range(0, picks.picks())
                .map(row -> bobbins && picks.weft(row) == structure.threads() ? Selvedge.NO_SHUTTLE : picks.weft(row))
                .toArray();
    }

    @ParameterizedTest
    @EnumSource(Weave.class)
    void itsFloatsKeepTheirBoundsWithEveryStructure(Weave weave) {
        for (Structure structure : StructuresTest.structures()) {
            for (LabelMaps kind : LabelMaps.values()) {
                Selvedge selvedge = new Selvedge(11, weave);
                LiftPlan plan = plan(structure, kind, selvedge);
                BitGrid body = plan.cloth();
                BitGrid whole = selvedge.around(body, plan.picks(), shuttles(structure, plan.picks()));
                FloatBounds bounds = structure.bounds();
                String what = structure + ", " + kind;
                assertThat(selvedge.warpFloat(plan.picks(), shuttles(structure, plan.picks())))
                        .as(what)
                        .isLessThanOrEqualTo(
                                selvedge.longestWarp(structure, plan.picks(), shuttles(structure, plan.picks())));
                assertThat(selvedge.weftFloat(whole))
                        .as(what)
                        .isLessThanOrEqualTo(Math.max(bounds.weftFace(), bounds.weftBack()) + selvedge.longestWeft());
                assertThat(whole.columns()).isEqualTo(body.columns() + 22);
                assertThat(new Connection(whole, whole.transposed()).isWhole())
                        .as("hangs together, %s", what)
                        .isTrue();
            }
        }
    }

    /** A shuttle that goes back through the shed it came through is held by nothing. */
    @ParameterizedTest
    @EnumSource(Weave.class)
    void theOutermostEndHoldsEveryWeftAtEveryTurn(Weave weave) {
        for (Structure structure : StructuresTest.structures()) {
            LiftPlan plan = plan(structure, LabelMaps.RANDOM, new Selvedge(3, weave));
            BitGrid side = new Selvedge(3, weave).lifts(plan.picks(), shuttles(structure, plan.picks()));
            int[] shuttles = shuttles(structure, plan.picks());
            for (int weft = 0; weft < plan.picks().wefts(); weft++) {
                int own = weft;
                int[] rows = IntStream.range(0, shuttles.length)
                        .filter(row -> shuttles[row] == own)
                        .toArray();
                for (int i = 0; i < rows.length; i++) {
                    // across the seam too
                    int before = rows[(i + rows.length - 1) % rows.length];
                    assertThat(side.get(rows[i], 0))
                            .as("%s, weft %s, row %s", structure, weft, rows[i])
                            .isNotEqualTo(side.get(before, 0));
                }
            }
        }
    }

    /** Between two picks of a shuttle as many sheds for bobbins may come as will: to the edge they are none. */
    @Test
    void shedsForBobbinsAreNoPicksOfTheEdge() {
        PickPlan with = PickPlan.of(new byte[] {0, 1, 2, 0, 1, 0, 1, 2, 0, 1});
        PickPlan without = PickPlan.of(new byte[] {0, 1, 0, 1, 0, 1, 0, 1});
        int[] shuttles = {0, 1, -1, 0, 1, 0, 1, -1, 0, 1};
        int[] flights = {0, 1, 3, 4, 5, 6, 8, 9};
        Selvedge selvedge = new Selvedge(4, Weave.PLAIN);

        BitGrid side = selvedge.lifts(with, shuttles);

        assertThat(side.rows(flights)).isEqualTo(selvedge.lifts(without, new int[] {0, 1, 0, 1, 0, 1, 0, 1}));
        assertThat(selvedge.warpFloat(with, shuttles)).isEqualTo(2);
        assertThat(selvedge.longestWarp(
                        new Lampas(new Satin(5, 2), null, Lampas.USUAL_BINDING, 2, false, true), with, shuttles))
                .isEqualTo(2);
    }

    /** Bands of four lines or more in which the wefts but the first have shuttles as they come. */
    private static Shuttles changing(int lines, int wefts, SplittableRandom random) {
        int[][] all = new int[lines][];
        for (int line = 0; line < lines; line++) {
            if (line % 4 == 0 && (line == 0 || random.nextInt(3) == 0)) {
                int[] own = new int[wefts];
                List<Integer> boxes = new ArrayList<>(
                        IntStream.rangeClosed(1, wefts + 2).boxed().toList());
                for (int weft = 1; weft < wefts; weft++) {
                    own[weft] = boxes.remove(random.nextInt(boxes.size()));
                }
                all[line] = own;
            } else {
                all[line] = all[line - 1];
            }
        }
        return Shuttles.of(all);
    }

    @ParameterizedTest
    @EnumSource(Weave.class)
    void everyShuttleIsHeldWhereWeftsChangeTheirs(Weave weave) {
        SplittableRandom random = new SplittableRandom(5);
        for (int run = 0; run < 200; run++) {
            int wefts = 2 + random.nextInt(5);
            Lampas lampas = Lampas.of(new Satin(5, 2), wefts, random.nextBoolean());
            int lines = 20 * (1 + random.nextInt(4));
            LabelMaps map = List.of(LabelMaps.values()).get(random.nextInt(LabelMaps.values().length));
            FaceMap faces = StructuresTest.map(lampas, map, lampas.endsRepeat(), lines, run);
            Shuttles shuttles = changing(lines, wefts, random);
            PickPlan picks = lampas.weave(faces, shuttles).picks();
            int[] thrown = new int[picks.picks()];
            for (int row = 0, line = -1; row < thrown.length; row++) {
                line += picks.weft(row) == 0 ? 1 : 0;
                thrown[row] = shuttles.of(line, picks.weft(row));
            }
            Selvedge selvedge = new Selvedge(3, weave);
            BitGrid side = selvedge.lifts(picks, thrown);

            Map<Integer, Boolean> last = new HashMap<>();
            for (int at = 0; at < 2 * thrown.length; at++) {
                int row = at % thrown.length;
                Boolean before = last.put(thrown[row], side.get(row, 0));
                assertThat(side.get(row, 0))
                        .as("%s, run %s, row %s", lampas, run, row)
                        .isNotEqualTo(before);
            }
            assertThat(selvedge.warpFloat(picks, thrown))
                    .isLessThanOrEqualTo(selvedge.longestWarp(lampas, picks, thrown));
        }
    }

    @Test
    void theSidesMirrorEachOtherAndTheClothIsUntouched() {
        Structure structure = WeftFaced.samitum(3);
        LiftPlan plan = plan(structure, LabelMaps.RANDOM, new Selvedge(5, Weave.BASKET));
        BitGrid whole =
                new Selvedge(5, Weave.BASKET).around(plan.cloth(), plan.picks(), shuttles(structure, plan.picks()));
        for (int row = 0; row < whole.rows(); row++) {
            for (int end = 0; end < 5; end++) {
                assertThat(whole.get(row, end)).isEqualTo(whole.get(row, whole.columns() - 1 - end));
            }
            for (int end = 0; end < plan.cloth().columns(); end++) {
                assertThat(whole.get(row, 5 + end)).isEqualTo(plan.cloth().get(row, end));
            }
        }
    }

    @Test
    void oneLiftTurnedOverIsAFloatTooLong() {
        PickPlan picks = PickPlan.constant(8, 1);
        Selvedge selvedge = new Selvedge(8, Weave.PLAIN);
        BitGrid whole = selvedge.around(
                new BitGrid(8, 0), picks, IntStream.range(0, 8).map(picks::weft).toArray());
        int before = selvedge.weftFloat(whole);
        whole.flip(3, 4);
        assertThat(selvedge.weftFloat(whole)).isEqualTo(before + 1);
    }
}
