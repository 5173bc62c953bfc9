package dev.shuttle.emulator;

/**
 * The account's limits.
 *
 * @param submitsPerSecond submits of one model in any one second; more are answered 429
 * @param running tasks of one model processed at once; the rest wait as PENDING, first come first served
 * @param pollsPerSecond polls, list calls and cancels (each kind by itself) in any one second; more are answered 429
 * @param siblingsAsDocumented whether the other models have their own published limits; otherwise these hold for each
 */
public record Limits(int submitsPerSecond, int running, int pollsPerSecond, boolean siblingsAsDocumented) {
    /** As published for wanx2.1-imageedit (2 submits/s, 2 at once, 20 polls/s) and for each sibling. */
    public static final Limits DOCUMENTED = new Limits(2, 2, 20, true);

    /** No limit at all. */
    public static final Limits NONE = new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, false);

    /** The same limits for every model. */
    public static Limits uniform(int submitsPerSecond, int running, int pollsPerSecond) {
        return new Limits(submitsPerSecond, running, pollsPerSecond, false);
    }

    /** All limits are at least 1. */
    public Limits {
        if (submitsPerSecond < 1 || running < 1 || pollsPerSecond < 1) {
            throw new IllegalArgumentException("limits are at least 1");
        }
    }
}
