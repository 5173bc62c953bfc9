package dev.shuttle.loom.clean;

import dev.shuttle.loom.work.RowBands;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Leaves no 4-connected region smaller than the minimum in a label map. A small region is either joined to a region of
 * its own colour nearby by turning one cell between them (so thin strokes stay whole), or its cells go, one after the
 * other, to the neighbour that suits each best; whichever costs less.
 */
public final class RegionCleaning {
    private static final int BRIDGING_ROUNDS = 4;

    private final int width;
    private final int height;
    private final byte[] labels;
    private final CellCosts costs;
    private final float smoothness;
    private final AtomicLong removed = new AtomicLong();

    /** Cleans {@code labels} in place; {@code smoothness} is what a border between two cells costs. */
    public RegionCleaning(int width, int height, byte[] labels, CellCosts costs, float smoothness) {
        this.width = width;
        this.height = height;
        this.labels = labels;
        this.costs = costs;
        this.smoothness = smoothness;
    }

    /** Cleans in place; returns how many small regions were dealt with. */
    public long run(int minimum, RowBands bands) {
        if ((long) width * height <= minimum) {
            return 0;
        }
        int step = 2;
        while (step < minimum) {
            pass(step, true, bands);
            step += (step + 1) / 2;
        }
        for (int round = 0; round < BRIDGING_ROUNDS; round++) {
            pass(minimum, true, bands);
        }
        while (pass(minimum, false, bands) > 0) {
            // each round leaves fewer regions than it found
        }
        return removed.get();
    }

    private long pass(int minimum, boolean bridging, RowBands bands) {
        int band = Math.max(64, 8 * minimum);
        int pairs = (height + 2 * band - 1) / (2 * band);
        AtomicLong found = new AtomicLong();
        for (int odd = 0; odd < 2; odd++) {
            int start = odd * band;
            bands.run(pairs, 1, (from, to) -> {
                SmallRegion region = new SmallRegion(width, height, labels, costs, smoothness, minimum);
                for (int pair = from; pair < to; pair++) {
                    int top = pair * 2 * band + start;
                    found.addAndGet(rows(region, top, Math.min(height, top + band), minimum, bridging));
                }
            });
        }
        removed.addAndGet(found.get());
        return found.get();
    }

    private long rows(SmallRegion region, int from, int to, int minimum, boolean bridging) {
        long found = 0;
        for (int y = from; y < to; y++) {
            int end = (y + 1) * width;
            int i = y * width;
            while (i < end) {
                int start = i;
                byte label = labels[i];
                while (i < end && labels[i] == label) {
                    i++;
                }
                if (i - start < minimum && region.isSmallAt(start)) {
                    found++;
                    region.resolve(bridging);
                    i = start + 1;
                }
            }
        }
        return found;
    }
}
