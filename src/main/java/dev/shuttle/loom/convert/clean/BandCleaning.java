package dev.shuttle.loom.convert.clean;

/** Cleans one band of rows after the other, each with some rows around it in view. */
final class BandCleaning {
    /** So many rows off a cell a region may have been cut by the bridge that joined the cell to another one. */
    private static final int BRIDGED = 2;

    private final CleaningWindow window;
    private final RegionFlood flood;
    private final SmallRegion region;
    private final SmallRegions waiting;
    private final int minimum;
    private final int height;
    private long changed;

    BandCleaning(CleaningWindow window, CellCosts costs, float smoothness, int minimum, UncertainBands uncertain) {
        this.window = window;
        this.flood = new RegionFlood(window, minimum);
        this.region = new SmallRegion(window, flood, costs, smoothness, minimum, uncertain);
        this.waiting = new SmallRegions(minimum);
        this.minimum = minimum;
        this.height = window.height();
    }

    /** Resolves the small regions that have a cell in the rows {@code from} to {@code to}; returns how many. */
    long run(byte[] labels, int from, int to, boolean bridging) {
        changed = 0;
        int around = minimum + BRIDGED;
        window.load(labels, Math.max(0, from - around), Math.min(height, to + around));
        flood.begin();
        long alone = bridging ? new SingleCells(window, flood, region).resolve(from, to) : 0;
        search(Math.max(0, from - BRIDGED), Math.min(height, to + BRIDGED));
        if (waiting.waiting() == 0 && alone == 0) {
            return 0;
        }
        long resolved = alone + resolve(bridging);
        changed = window.store(labels);
        return resolved;
    }

    private void search(int from, int to) {
        if (minimum <= RegionSearch.MOST) {
            new RegionSearch(window, flood, minimum).find(from, to, waiting);
        } else {
            new WindowRegions(window, minimum).find(from, to, waiting);
        }
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
            if (window.isKept(cell)) {
                continue; // it was given to a protected colour
            }
            if (!flood.isSmallAt(cell)) {
                region.doubt(cell); // it has grown, or hangs together with what lies beyond
                continue;
            }
            if (flood.size() > size) {
                waiting.add(cell, flood.size()); // it has grown: smaller ones come first
            } else {
                region.resolve(bridging, waiting);
                resolved++;
            }
        }
        return resolved;
    }
}
