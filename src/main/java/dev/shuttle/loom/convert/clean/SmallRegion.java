package dev.shuttle.loom.convert.clean;

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
    private final int minimum;
    private final int[] steps;
    private byte[] labels = new byte[0];
    /** What the last bridge was before. */
    private byte bridged;

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
        this.bridge = new Bridge(window, costs, flood, smoothness, minimum);
        this.uncertain = uncertain;
        this.stride = window.stride;
        this.minimum = minimum;
        this.steps = new int[] {-stride, -1, 1, stride};
    }

    /**
     * Resolves the region that the flood has just found; what has become small by that is added to {@code waiting}. No
     * cell is a bridge twice, so this comes to an end.
     */
    void resolve(boolean bridging, SmallRegions waiting) {
        if (resolve(bridging)) {
            int at = bridge.cell();
            settle(at, flood.isSmallAt(at), waiting);
            cut(at, bridged, waiting);
        }
    }

    /** Resolves it; whether by a bridge, which may have left something small. */
    boolean resolve(boolean bridging) {
        labels = window.cells;
        region.load();
        float peeled = peeling.price(region);
        if (!bridging || !bridge.find(region, peeled)) {
            peeling.apply(region);
            return false;
        }
        int at = bridge.cell();
        bridged = labels[at];
        flood.bridge(at);
        labels[at] = bridge.label();
        for (int i = 0; i < region.size(); i++) {
            labels[region.cell(i)] = bridge.label();
        }
        return true;
    }

    /** The region of which {@code at} was a cell may have been cut, and what is left of it be small. */
    private void cut(int at, byte label, SmallRegions waiting) {
        int corner = at - CellBlock.MIDDLE * (stride + 1);
        if (window.hasBlock(corner)) {
            cutInBlock(corner, label, waiting);
            return;
        }
        for (int step : steps) {
            if (labels[at + step] == label) {
                settle(at + step, flood.isSmallAt(at + step), waiting);
            }
        }
    }

    private void cutInBlock(int corner, byte label, SmallRegions waiting) {
        long alike = CellBlock.alike(window, corner, label);
        long left = CellBlock.BESIDE_MIDDLE & alike;
        while (left != 0) {
            long part = CellBlock.region(left & -left, alike, minimum);
            int cell = CellBlock.cell(left, corner, stride);
            int size = Long.bitCount(part);
            if (size < minimum && CellBlock.isOnRim(part)) {
                settle(cell, flood.isSmallAt(cell), waiting);
            } else if (size < minimum) {
                waiting.add(cell, size);
            }
            left &= ~part;
        }
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
