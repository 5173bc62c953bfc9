package dev.shuttle.report;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Floats 浮长 of the lift plan, counted cyclically, in threads.
 *
 * @param warpMax longest warp float
 * @param weftMax longest weft float
 * @param limit the longest allowed; absent where nobody set one
 * @param overLimit how many are longer
 * @param histogram how many floats of each length
 */
public record Floats(
        int warpMax,
        int weftMax,
        @Nullable Integer limit,
        @Nullable Long overLimit,
        SortedMap<Integer, Long> histogram) {

    public Floats {
        histogram = histogram == null
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(histogram));
    }
}
