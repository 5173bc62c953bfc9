package dev.shuttle.loom.clean;

/** Cleans one band of rows after the other, each with some rows around it in view. */
final class BandCleaning {
    private final CleaningWindow window;
    private final SmallRegion region;
    private final SmallRegions waiting;
    private final int minimum;
    private final int height;
    private long changed;

    BandCleaning(CleaningWindow window, CellCosts costs, float smoothness, int minimum) {
        this.window = window;
        this.region = new SmallRegion(window, costs, smoothness, minimum);
        this.waiting = new SmallRegions(minimum);
        this.minimum = minimum;
        this.height = window.height();
    }

    /** Resolves the small regions that have a cell in the rows {@code from} to {@code to}; returns how many. */
    long run(byte[] labels, int from, int to, boolean bridging) {
        changed = 0;
        window.load(labels, Math.max(0, from - minimum), Math.min(height, to + minimum));
        region.begin();
        if (minimum <= RegionSearch.MOST) {
            new RegionSearch(window, region, minimum).find(from, to, waiting);
        } else {
            new WindowRegions(window, minimum).find(from, to, waiting);
        }
        if (waiting.waiting() == 0) {
            return 0;
        }
        long resolved = resolve(bridging);
        changed = window.store(labels);
        return resolved;
    }

    /** How many cells the last run turned to another label. */
    long cellsChanged() {
        return changed;
    }

    private long resolve(boolean bridging) {
        long resolved = 0;
        while (waiting.waiting() > 0) {
            int size = waiting.smallest();
            int cell = waiting.take();
            if (!region.isSmallAt(cell)) {
                continue;
            }
            if (region.size() > size) {
                waiting.add(cell, region.size()); // it has grown: smaller ones come first
            } else {
                region.resolve(bridging, waiting);
                resolved++;
            }
        }
        return resolved;
    }
}
