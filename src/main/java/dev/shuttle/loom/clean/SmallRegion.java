package dev.shuttle.loom.clean;

/**
 * Resolves one small region at a time in the cheapest way: by a {@link Bridge} to another region, or by {@link Peeling}.
 */
final class SmallRegion {
    private final CleaningWindow window;
    private final RegionFlood flood;
    private final PricedRegion region;
    private final Peeling peeling;
    private final Bridge bridge;
    private final UncertainBands uncertain;
    private final int stride;
    private byte[] labels = new byte[0];

    SmallRegion(
            CleaningWindow window,
            RegionFlood flood,
            CellCosts costs,
            float smoothness,
            int minimum,
            UncertainBands uncertain) {
        this.window = window;
        this.flood = flood;
        this.region = new PricedRegion(window, costs, flood, minimum);
        this.peeling = new Peeling(window, costs, smoothness, minimum);
        this.bridge = new Bridge(window, costs, flood, smoothness);
        this.uncertain = uncertain;
        this.stride = window.stride;
    }

    /**
     * Resolves the region that the flood has just found; what has become small by that is added to {@code waiting}. No
     * cell is a bridge twice, so this comes to an end.
     */
    void resolve(boolean bridging, SmallRegions waiting) {
        labels = window.cells;
        region.load();
        float peeled = peeling.price(region);
        if (bridging && bridge.find(region, peeled)) {
            turn(bridge.cell(), bridge.label(), waiting);
        } else {
            peeling.apply(region);
        }
    }

    private void turn(int at, byte target, SmallRegions waiting) {
        for (int i = 0; i < region.size(); i++) {
            labels[region.cell(i)] = target;
        }
        byte before = labels[at];
        flood.bridge(at);
        labels[at] = target;
        settle(at, flood.isSmallAt(at), waiting);
        boolean above = labels[at - stride] == before;
        boolean left = labels[at - 1] == before;
        boolean right = labels[at + 1] == before;
        boolean below = labels[at + stride] == before;
        // what was known of the region that has been cut may no longer hold
        boolean large = above && !settledSmall(at - stride, waiting);
        // the next part is the one before where they still hang together around a corner
        boolean leftOnly = left && !(large && labels[at - stride - 1] == before);
        boolean leftLarge = left && (leftOnly ? !settledSmall(at - 1, waiting) : large);
        boolean rightOnly = right && !(large && labels[at - stride + 1] == before);
        boolean rightLarge = right && (rightOnly ? !settledSmall(at + 1, waiting) : large);
        boolean hangs =
                (leftLarge && labels[at + stride - 1] == before) || (rightLarge && labels[at + stride + 1] == before);
        if (below && !hangs) {
            settledSmall(at + stride, waiting);
        }
    }

    private boolean settledSmall(int cell, SmallRegions waiting) {
        boolean small = flood.isSmallAgainAt(cell);
        settle(cell, small, waiting);
        return small;
    }

    private void settle(int cell, boolean small, SmallRegions waiting) {
        if (small) {
            waiting.add(cell, flood.size());
        } else {
            doubt(cell);
        }
    }

    /** Notes a cell whose region has just been found not to be small, where that is not sure. */
    void doubt(int cell) {
        if (flood.ranOut()) {
            uncertain.add(window.mapIndex(cell));
        }
    }
}
