package dev.shuttle.loom.convert.clean;

import dev.shuttle.loom.work.RowBands;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;

/**
 * Leaves no 4-connected region smaller than the minimum in a label map. A small region is either joined to another
 * region nearby by turning one cell between them (so thin strokes stay whole), or its cells go, one after the other, to
 * the neighbour that suits each best; whichever costs less. The smallest regions come first.
 */
public final class RegionCleaning {
    private static final int BAND = 64;

    private final int width;
    private final int height;
    private final byte[] labels;
    private final CellCosts costs;
    private final float smoothness;
    private final boolean openBorder;
    private final KeptLabels kept;
    private final AtomicLong changed = new AtomicLong();
    /** What a band needs is large; one for every worker is enough. */
    private final ConcurrentLinkedQueue<BandCleaning> idle = new ConcurrentLinkedQueue<>();

    /** Cleans {@code labels} in place; {@code smoothness} is what a border between two cells costs. */
    public RegionCleaning(int width, int height, byte[] labels, CellCosts costs, float smoothness) {
        this(width, height, labels, costs, smoothness, false);
    }

    /** The same; with an open border, regions that touch it are left to {@link SeamCleaning}. */
    public RegionCleaning(int width, int height, byte[] labels, CellCosts costs, float smoothness, boolean openBorder) {
        this(width, height, labels, costs, smoothness, openBorder, KeptLabels.NONE);
    }

    /** The same; regions of {@code kept} labels stay, be they ever so small, and lose no cell to others. */
    public RegionCleaning(
            int width,
            int height,
            byte[] labels,
            CellCosts costs,
            float smoothness,
            boolean openBorder,
            KeptLabels kept) {
        this.kept = kept;
        this.openBorder = openBorder;
        this.width = width;
        this.height = height;
        this.labels = labels;
        this.costs = costs;
        this.smoothness = smoothness;
    }

    /** Cleans in place; returns how many small regions were dealt with. */
    public long run(int minimum, RowBands bands) {
        if (minimum < 2 || (long) width * height <= minimum) {
            return 0;
        }
        idle.clear();
        int band = Math.max(BAND, 4 * minimum);
        int count = (height + band - 1) / band;
        UncertainBands uncertain = new UncertainBands((long) band * width, count);
        long resolved = pass(minimum, true, bands, uncertain, at -> true);
        pass(minimum, false, bands, uncertain, uncertain::contains); // giving cells away leaves nothing small
        return resolved;
    }

    /** How many cells all cleaning so far has turned to another label. */
    public long cellsChanged() {
        return changed.get();
    }

    /** Bands alternate, so that a band's surroundings rest while it is worked on, whatever the number of workers. */
    private long pass(int minimum, boolean bridging, RowBands bands, UncertainBands uncertain, IntPredicate which) {
        int band = Math.max(BAND, 4 * minimum);
        int pairs = (height + 2 * band - 1) / (2 * band);
        AtomicLong found = new AtomicLong();
        for (int odd = 0; odd < 2; odd++) {
            int start = odd * band;
            bands.run(pairs, 1, (from, to) -> {
                for (int pair = from; pair < to; pair++) {
                    int top = pair * 2 * band + start;
                    if (top < height && which.test(top / band)) {
                        found.addAndGet(band(top, Math.min(height, top + band), minimum, bridging, uncertain));
                    }
                }
            });
        }
        return found.get();
    }

    private long band(int from, int to, int minimum, boolean bridging, UncertainBands uncertain) {
        BandCleaning band = idle.poll();
        if (band == null) {
            band = new BandCleaning(
                    new CleaningWindow(width, height, openBorder, kept), costs, smoothness, minimum, uncertain);
        }
        long resolved = band.run(labels, from, to, bridging);
        changed.addAndGet(band.cellsChanged());
        idle.add(band);
        return resolved;
    }
}
