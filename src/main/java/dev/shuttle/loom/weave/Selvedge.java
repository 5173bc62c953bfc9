package dev.shuttle.loom.weave;

import java.util.stream.IntStream;

/**
 * The edges of a cloth 边组织, woven by its picks as they come. Every shuttle goes by its own count of picks: where it came back
 * over an end the last time, it goes under it now, so the outermost end holds it at every turn, however many shuttles there
 * are, whichever are left out on a line, and whichever were thrown between two picks of one.
 *
 * <p>Wefts that are all thrown on every line are set off against one another, so an end changes sides within two picks:
 * within a line the next weft goes the other way, and from line to line at most two in a row go the same way. In basket
 * every weft repeats itself once, and the same holds. Where a brocade leaves picks out, an end still changes sides with the
 * first weft, which is on every line: it floats over no more than one (basket: two) of its picks and the others' around
 * them. The same holds where a shuttle comes again as another weft. Lines are a multiple of {@link #linesRepeat}, so all this holds across the seam.
 * Bobbins turn inside the cloth: their shed is no pick of the selvedge, and every second of its ends is up there.
 *
 * @param ends on each side, 1 or more
 * @param weave how they are woven
 */
public record Selvedge(int ends, Weave weave) {
    /** The shuttle of a shed through which none flies. */
    public static final int NO_SHUTTLE = -1;

    /** How the ends of a selvedge are woven. */
    public enum Weave {
        /** 平纹: each end by itself. */
        PLAIN,
        /** 方平: two ends and two picks of a weft alike, but for the outermost end, which is plain. */
        BASKET
    }

    public Selvedge {
        if (ends < 1) {
            throw new IllegalArgumentException("a selvedge of " + ends + " ends");
        }
    }

    /** Lines of the cloth are a multiple of this. */
    public int linesRepeat() {
        return weave == Weave.PLAIN ? 2 : 4;
    }

    /**
     * The longest that an end can float, over or under picks of a structure, the seam counted.
     *
     * @param shuttles of each pick of this plan, {@link #NO_SHUTTLE} in sheds for bobbins
     */
    public int longestWarp(Structure structure, PickPlan picks, int[] shuttles) {
        int wefts = structure instanceof WarpFaced ? 2 : structure instanceof ShadedSatin ? 1 : structure.threads();
        boolean uneven = (structure instanceof WarpFaced jin && jin.binding().mains() > 1)
                || (structure instanceof Lampas lampas && lampas.brocaded())
                || isMoved(picks, shuttles);
        if (!uneven) {
            return 2;
        }
        return weave == Weave.PLAIN ? 2 * wefts - 1 : 3 * wefts - 1;
    }

    /** The longest that a pick can float over or under ends within the selvedge; beside it, this adds to a float. */
    public int longestWeft() {
        return weave == Weave.PLAIN ? 1 : 3;
    }

    /** Whether a shuttle is another weft than before. */
    private static boolean isMoved(PickPlan picks, int[] shuttles) {
        int[] first = first(picks, shuttles);
        return IntStream.range(0, shuttles.length)
                .anyMatch(row -> shuttles[row] != NO_SHUTTLE && picks.weft(row) != first[shuttles[row]]);
    }

    /** The weft that each shuttle is first. */
    private static int[] first(PickPlan picks, int[] shuttles) {
        int[] first = new int[IntStream.of(shuttles).max().orElse(0) + 1];
        for (int row = shuttles.length - 1; row >= 0; row--) {
            if (shuttles[row] != NO_SHUTTLE) {
                first[shuttles[row]] = picks.weft(row);
            }
        }
        return first;
    }

    /**
     * The lifts of one side, a row each pick; the first column is the outermost end.
     *
     * @param shuttles of each pick, from 0; {@link #NO_SHUTTLE} in sheds for bobbins
     */
    public BitGrid lifts(PickPlan picks, int[] shuttles) {
        BitGrid lifted = new BitGrid(picks.picks(), ends);
        int[] first = first(picks, shuttles);
        int[] thrown = new int[first.length];
        for (int row = 0; row < picks.picks(); row++) {
            boolean flies = shuttles[row] != NO_SHUTTLE;
            int weft = flies ? first[shuttles[row]] : 0;
            int count = flies ? thrown[shuttles[row]]++ : 0;
            for (int end = 0; end < ends; end++) {
                boolean plain = weave == Weave.PLAIN || end == 0;
                int place = plain ? end + count : (end + 1) / 2 + count / 2;
                if ((place + weft) % 2 == 0) {
                    lifted.set(row, end);
                }
            }
        }
        return lifted;
    }

    /** A cloth between its selvedges, which mirror each other. */
    public BitGrid around(BitGrid cloth, PickPlan picks, int[] shuttles) {
        BitGrid side = lifts(picks, shuttles);
        BitGrid whole = new BitGrid(cloth.rows(), cloth.columns() + 2 * ends);
        for (int row = 0; row < cloth.rows(); row++) {
            for (int end = side.end(row, 0, false); end < ends; end = side.end(row, end + 1, false)) {
                whole.set(row, end);
                whole.set(row, whole.columns() - 1 - end);
            }
            for (int end = cloth.end(row, 0, false); end < cloth.columns(); end = cloth.end(row, end + 1, false)) {
                whole.set(row, ends + end);
            }
        }
        return whole;
    }

    /** The longest float that an end of the selvedge has with these picks, the seam counted. */
    public int warpFloat(PickPlan picks, int[] shuttles) {
        int[] flights = IntStream.range(0, shuttles.length)
                .filter(row -> shuttles[row] != NO_SHUTTLE)
                .toArray();
        BitGrid side = lifts(picks, shuttles).rows(flights).transposed();
        FloatLengths found = new FloatLengths();
        for (int end = 0; end < ends; end++) {
            CyclicRuns.tally(side, end, found, found);
        }
        return found.longest();
    }

    /** The longest float of a pick that touches a selvedge of such a {@link #around whole}. */
    public int weftFloat(BitGrid whole) {
        int longest = 0;
        for (int row = 0; row < whole.rows(); row++) {
            for (int from = 0; from < whole.columns(); ) {
                int to = whole.end(row, from, whole.get(row, from));
                if (from < ends || to > whole.columns() - ends) {
                    longest = Math.max(longest, to - from);
                }
                from = to;
            }
        }
        return longest;
    }
}
