package dev.shuttle.loom.weave;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many floats 浮长 there are of each length, in threads crossed. */
public final class FloatLengths {
    private long[] counts = new long[64];
    private int longest;

    void add(int length) {
        if (length >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(length + 1, 2 * counts.length));
        }
        counts[length]++;
        longest = Math.max(longest, length);
    }

    /** These and those. */
    FloatLengths with(FloatLengths others) {
        FloatLengths sum = new FloatLengths();
        sum.longest = Math.max(longest, others.longest);
        sum.counts = Arrays.copyOf(counts, Math.max(counts.length, others.counts.length));
        for (int i = 0; i < others.counts.length; i++) {
            sum.counts[i] += others.counts[i];
        }
        return sum;
    }

    /** The longest; 0 where there is none. */
    public int longest() {
        return longest;
    }

    /** How many are longer than {@code limit} threads. */
    public long over(int limit) {
        long over = 0;
        for (int length = Math.max(0, limit + 1); length <= longest; length++) {
            over += counts[length];
        }
        return over;
    }

    /** How many, by length. */
    public SortedMap<Integer, Long> counts() {
        SortedMap<Integer, Long> map = new TreeMap<>();
        for (int length = 1; length <= longest; length++) {
            if (counts[length] > 0) {
                map.put(length, counts[length]);
            }
        }
        return map;
    }
}
