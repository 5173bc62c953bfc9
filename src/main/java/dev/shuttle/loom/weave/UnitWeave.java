package dev.shuttle.loom.weave;

import java.util.function.IntPredicate;

/**
 * One repeat of a weave 组织: which ends lie over which picks, the first row at the top. It is tiled from the corner of the
 * point paper, so two areas of one weave are in step.
 *
 * @param name for people: a formula or a file's
 * @param up a row each pick, 1 where the end is up
 */
public record UnitWeave(String name, BitGrid up) {
    /** The most ends, and the most picks, of a repeat. */
    public static final int MOST_THREADS = 512;

    public UnitWeave {
        if (up.rows() < 1 || up.columns() < 1 || Math.max(up.rows(), up.columns()) > MOST_THREADS) {
            throw new IllegalArgumentException(
                    "a weave has 1 to " + MOST_THREADS + " ends and picks, not " + up.columns() + " by " + up.rows());
        }
    }

    /** The smallest repeat that a piece is made of; the piece itself where nothing in it comes twice. */
    public static BitGrid smallest(BitGrid piece) {
        BitGrid ends = piece.transposed();
        int lines = period(piece.rows(), step -> repeats(piece, step));
        int columns = period(piece.columns(), step -> repeats(ends, step));
        BitGrid up = new BitGrid(lines, columns);
        for (int line = 0; line < lines; line++) {
            for (int end = 0; end < columns; end++) {
                if (piece.get(line, end)) {
                    up.set(line, end);
                }
            }
        }
        return up;
    }

    /** A last repeat that is cut off shows nothing else, so it counts; a repeat that does not come twice is none. */
    private static int period(int length, IntPredicate repeats) {
        for (int step = 1; 2 * step <= length; step++) {
            if (repeats.test(step)) {
                return step;
            }
        }
        return length;
    }

    private static boolean repeats(BitGrid rows, int step) {
        for (int row = step; row < rows.rows(); row++) {
            if (!rows.areAlike(row, row - step)) {
                return false;
            }
        }
        return true;
    }

    /** Ends of the repeat. */
    public int ends() {
        return up.columns();
    }

    /** Picks of the repeat. */
    public int lines() {
        return up.rows();
    }

    /** Whether an end lies over a pick, wherever they are. */
    public boolean isUp(int end, int line) {
        return up.get(line % up.rows(), end % up.columns());
    }

    /** The share of the face that the warp has, 0 to 1. */
    public double warpShare() {
        long ones = 0;
        for (int row = 0; row < up.rows(); row++) {
            ones += up.ones(row);
        }
        return ones / ((double) up.rows() * up.columns());
    }

    /** Whether every end and every pick changes sides; what does not would float for ever. */
    public boolean isBound() {
        return changes(up) && changes(up.transposed());
    }

    private static boolean changes(BitGrid rows) {
        for (int row = 0; row < rows.rows(); row++) {
            if (rows.end(row, 0, rows.get(row, 0)) == rows.columns()) {
                return false;
            }
        }
        return true;
    }

    /** What it makes of a cloth that is woven with it all over. */
    public WeaveAnalysis analysis() {
        return WeaveAnalysis.of(up, PickPlan.constant(up.rows(), 1));
    }

    /** Its longest float, in threads, on either face, along ends and picks. */
    public int longestFloat() {
        FloatBounds longest = analysis().longest();
        return Math.max(
                Math.max(longest.warpFace(), longest.warpBack()), Math.max(longest.weftFace(), longest.weftBack()));
    }
}
