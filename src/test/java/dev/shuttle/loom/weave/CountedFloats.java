package dev.shuttle.loom.weave;

import java.util.function.IntPredicate;

/** Floats counted crossing by crossing, twice round, by nothing of the program's but single bits. */
public final class CountedFloats {
    private CountedFloats() {}

    /** The longest run of one side along any end, the seam counted; a number above all for an end that never changes. */
    public static int alongEnds(BitGrid cloth) {
        int longest = 0;
        for (int end = 0; end < cloth.columns(); end++) {
            int column = end;
            longest = Math.max(longest, longest(cloth.rows(), row -> cloth.get(row, column)));
        }
        return longest;
    }

    /** The same along any pick. */
    public static int alongPicks(BitGrid cloth) {
        int longest = 0;
        for (int pick = 0; pick < cloth.rows(); pick++) {
            int row = pick;
            longest = Math.max(longest, longest(cloth.columns(), end -> cloth.get(row, end)));
        }
        return longest;
    }

    private static int longest(int length, IntPredicate up) {
        int longest = 1;
        int run = 1;
        for (int at = 1; at < 2 * length; at++) {
            run = up.test(at % length) == up.test((at - 1) % length) ? run + 1 : 1;
            longest = Math.max(longest, run);
        }
        return longest >= length ? Integer.MAX_VALUE : longest;
    }
}
