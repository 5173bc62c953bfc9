package dev.shuttle.loom.convert.clean;

import java.util.Arrays;

/** Cells of small regions that wait to be dealt with, the smallest region first. */
final class SmallRegions {
    private final int[][] bySize;
    private final int[] counts;
    private int smallest;
    private int waiting;

    SmallRegions(int minimum) {
        bySize = new int[minimum][16];
        counts = new int[minimum];
    }

    void add(int cell, int size) {
        if (counts[size] == bySize[size].length) {
            bySize[size] = Arrays.copyOf(bySize[size], 2 * counts[size]);
        }
        bySize[size][counts[size]++] = cell;
        smallest = Math.min(smallest, size);
        waiting++;
    }

    int waiting() {
        return waiting;
    }

    /** The size of the region whose cell is taken next; call only while some are waiting. */
    int smallest() {
        while (counts[smallest] == 0) {
            smallest++;
        }
        return smallest;
    }

    /** Takes the last cell of the smallest size; call only while some are waiting. */
    int take() {
        int size = smallest();
        waiting--;
        return bySize[size][--counts[size]];
    }
}
