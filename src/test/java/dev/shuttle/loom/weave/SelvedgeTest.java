package dev.shuttle.loom.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.convert.clean.LabelMaps;
import dev.shuttle.loom.weave.Selvedge.Weave;
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

    @ParameterizedTest
    @EnumSource(Weave.class)
    void itsFloatsKeepTheirBoundsWithEveryStructure(Weave weave) {
        for (Structure structure : StructuresTest.structures()) {
            for (LabelMaps kind : LabelMaps.values()) {
                Selvedge selvedge = new Selvedge(11, weave);
                LiftPlan plan = plan(structure, kind, selvedge);
                BitGrid body = plan.cloth();
                BitGrid whole = selvedge.around(body, plan.picks());
                FloatBounds bounds = structure.bounds();
                String what = structure + ", " + kind;
                assertThat(selvedge.warpFloat(plan.picks()))
                        .as(what)
                        .isLessThanOrEqualTo(selvedge.longestWarp(structure));
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
            BitGrid side = new Selvedge(3, weave).lifts(plan.picks());
            for (int weft = 0; weft < plan.picks().wefts(); weft++) {
                int[] rows = plan.picks().rows(weft);
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

    @Test
    void theSidesMirrorEachOtherAndTheClothIsUntouched() {
        Structure structure = WeftFaced.samitum(3);
        LiftPlan plan = plan(structure, LabelMaps.RANDOM, new Selvedge(5, Weave.BASKET));
        BitGrid whole = new Selvedge(5, Weave.BASKET).around(plan.cloth(), plan.picks());
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
        BitGrid whole = selvedge.around(new BitGrid(8, 0), picks);
        int before = selvedge.weftFloat(whole);
        whole.flip(3, 4);
        assertThat(selvedge.weftFloat(whole)).isEqualTo(before + 1);
    }
}
