package dev.shuttle.loom.harness;

import dev.shuttle.loom.harness.LoomPick.Flight;
import dev.shuttle.loom.weave.BitGrid;
import dev.shuttle.loom.weave.PickPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What a loom does, pick by pick in the order of weaving: the last row of the lift plan comes first. */
public final class LoomPicks {
    /** Fingers of a weft selector. */
    private static final int MOST_FINGERS = 8;

    private LoomPicks() {}

    /**
     * The rows of a lift plan.
     *
     * @param shuttles which yarn's each row has, from 0
     * @param lines of the point paper, from 0
     * @param bands of yarns that change, from 0
     * @param advances whether the take-up goes on after it
     */
    @SuppressWarnings("ArrayRecordComponent") // one value a row of the plan, and nobody compares them
    public record Rows(PickPlan wefts, int[] shuttles, int[] lines, int[] bands, boolean[] advances) {}

    /**
     * All picks.
     *
     * @param lifts the lift plan, ends × picks
     * @param boxes of the shuttles; null: the loom has none
     */
    public static List<LoomPick> of(Rows rows, BitGrid lifts, @Nullable Boxes boxes) {
        int picks = rows.wefts().picks();
        List<Flight> flights =
                boxes == null ? List.of() : BoxMotion.of(reversed(rows.shuttles()), reversed(rows.lines()), boxes);
        boolean fingers = Arrays.stream(rows.shuttles()).max().orElse(0) < MOST_FINGERS;
        List<LoomPick> all = new ArrayList<>(picks);
        for (int pick = 0; pick < picks; pick++) {
            int row = picks - 1 - pick;
            int weft = rows.wefts().weft(row);
            all.add(new LoomPick(
                    row + 1,
                    weft + 1,
                    rows.lines()[row] + 1,
                    (fingers ? rows.shuttles()[row] : weft) + 1,
                    boxes == null ? null : flights.get(pick),
                    rows.advances()[row],
                    rows.bands()[row] + 1,
                    lifts.ones(row)));
        }
        return all;
    }

    private static int[] reversed(int[] values) {
        int[] reversed = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            reversed[i] = values[values.length - 1 - i];
        }
        return reversed;
    }

    /**
     * Lifts the machine's own hooks in its plan.
     *
     * @param plan as wide as the machine
     */
    public static void liftAuxiliary(BitGrid plan, Harness harness, List<LoomPick> picks) {
        Auxiliary own = harness.auxiliary();
        for (LoomPick pick : picks) {
            int row = pick.row() - 1;
            if (pick.selector() <= own.selector().size()) {
                plan.set(row, own.selector().get(pick.selector() - 1) - 1);
            }
            if (own.regulator() != null && !pick.isAdvance()) {
                plan.set(row, own.regulator() - 1);
            }
            Flight flight = pick.flight();
            if (flight != null && harness.boxes() != null && !own.box().isEmpty()) {
                box(own, harness.boxes(), flight.isFromLeft(), flight.from())
                        .ifPresent(hook -> plan.set(row, hook - 1));
                box(own, harness.boxes(), !flight.isFromLeft(), flight.to()).ifPresent(hook -> plan.set(row, hook - 1));
            }
        }
    }

    private static OptionalInt box(Auxiliary own, Boxes boxes, boolean onTheLeft, int box) {
        return box == 0 ? OptionalInt.empty() : OptionalInt.of(own.box().get((onTheLeft ? 0 : boxes.left()) + box - 1));
    }
}
