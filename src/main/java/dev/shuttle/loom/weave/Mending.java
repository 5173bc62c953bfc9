package dev.shuttle.loom.weave;

/**
 * What was changed of a lift plan where weaves meet.
 *
 * @param toggled 1 at each crossing that was turned over
 * @param lifted ends that were lifted over a pick
 * @param lowered ends that were lowered under a pick
 * @param before the longest floats before
 */
public record Mending(BitGrid toggled, long lifted, long lowered, FloatBounds before) {
    /** The difference between two plans of one pick plan. */
    static Mending of(BitGrid found, BitGrid mended, PickPlan picks) {
        BitGrid toggled = found.unlike(mended);
        long lifted = 0;
        long all = 0;
        for (int row = 0; row < toggled.rows(); row++) {
            all += toggled.ones(row);
            for (int end = toggled.end(row, 0, false);
                    end < toggled.columns();
                    end = toggled.end(row, end + 1, false)) {
                lifted += mended.get(row, end) ? 1 : 0;
            }
        }
        return new Mending(
                toggled, lifted, all - lifted, WeaveAnalysis.of(found, picks).longest());
    }

    /** Crossings that were turned over. */
    public long count() {
        return lifted + lowered;
    }

    /** Their share of all crossings, 0 to 1. */
    public double share() {
        return count() / ((double) toggled.rows() * toggled.columns());
    }
}
