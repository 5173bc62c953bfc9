package dev.shuttle.loom.harness;

import dev.shuttle.loom.harness.LoomPick.Flight;
import dev.shuttle.loom.weave.BitGrid;
import dev.shuttle.loom.weave.PickPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
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
     * @param takeUps how far the take-up goes on after it, mm; 0 where it stands
     * @param bobbins whether it is a shed for small bobbins, through which no shuttle flies
     */
    @SuppressWarnings("ArrayRecordComponent") // one value a row of the plan, and nobody compares them
    public record Rows(PickPlan wefts, int[] shuttles, int[] lines, int[] bands, double[] takeUps, boolean[] bobbins) {}

    /**
     * All picks.
     *
     * @param lifts the lift plan, ends × picks
     * @param boxes of the shuttles; null: the loom has none
     */
    public static List<LoomPick> of(Rows rows, BitGrid lifts, @Nullable Boxes boxes) {
        int picks = rows.wefts().picks();
        int[] thrown = IntStream.range(0, picks)
                .map(pick -> picks - 1 - pick)
                .filter(row -> !rows.bobbins()[row])
                .toArray();
        Iterator<Flight> flights = boxes == null
                ? Collections.emptyIterator()
                : BoxMotion.of(of(rows.shuttles(), thrown), of(rows.lines(), thrown), boxes)
                        .iterator();
        boolean fingers = Arrays.stream(of(rows.shuttles(), thrown)).max().orElse(0) < MOST_FINGERS;
        List<LoomPick> all = new ArrayList<>(picks);
        for (int pick = 0; pick < picks; pick++) {
            int row = picks - 1 - pick;
            int weft = rows.wefts().weft(row);
            all.add(new LoomPick(
                    row + 1,
                    weft + 1,
                    rows.lines()[row] + 1,
                    rows.bobbins()[row] ? 0 : (fingers ? rows.shuttles()[row] : weft) + 1,
                    rows.bobbins()[row] || boxes == null ? null : flights.next(),
                    rows.takeUps()[row] > 0,
                    rows.takeUps()[row],
                    rows.bands()[row] + 1,
                    lifts.ones(row)));
        }
        return all;
    }

    private static int[] of(int[] values, int[] rows) {
        return Arrays.stream(rows).map(row -> values[row]).toArray();
    }

    /**
     * Lifts the machine's own hooks in its plan.
     *
     * @param plan as wide as the machine
     * @throws HarnessException where the weft selector has fewer hooks than the picks need
     */
    public static void liftAuxiliary(BitGrid plan, Harness harness, List<LoomPick> picks) throws HarnessException {
        Auxiliary own = harness.auxiliary();
        requireSelector(own, picks);
        for (LoomPick pick : picks) {
            int row = pick.row() - 1;
            if (pick.selector() > 0 && !own.selector().isEmpty()) {
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

    /** A pick whose finger no hook moves would be woven with no weft. */
    private static void requireSelector(Auxiliary own, List<LoomPick> picks) throws HarnessException {
        int hooks = own.selector().size();
        int fingers = picks.stream().mapToInt(LoomPick::selector).max().orElse(0);
        if (hooks > 0 && fingers > hooks) {
            throw new HarnessException(
                    "HARNESS_SELECTOR",
                    "the picks need " + fingers + " fingers of the weft selector, and auxiliary.selector names " + hooks
                            + " hooks",
                    "name a hook for each finger in auxiliary.selector, choose fewer wefts, or leave selector out");
        }
    }

    private static OptionalInt box(Auxiliary own, Boxes boxes, boolean onTheLeft, int box) {
        return box == 0 ? OptionalInt.empty() : OptionalInt.of(own.box().get((onTheLeft ? 0 : boxes.left()) + box - 1));
    }
}
