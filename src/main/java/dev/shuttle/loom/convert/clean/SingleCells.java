package dev.shuttle.loom.convert.clean;

/**
 * Resolves the cells that are alone, in the order in which they lie, before any other small region is looked for: most
 * small regions of a photograph are single cells. What a bridge leaves small is found afterwards.
 */
final class SingleCells {
    private final CleaningWindow window;
    private final RegionFlood flood;
    private final SmallRegion region;

    SingleCells(CleaningWindow window, RegionFlood flood, SmallRegion region) {
        this.window = window;
        this.flood = flood;
        this.region = region;
    }

    /** Resolves those in the rows {@code from} to {@code to}; returns how many. */
    long resolve(int from, int to) {
        long resolved = 0;
        for (int y = from; y < to; y++) {
            int start = window.start(y);
            int end = start + window.stride - 2;
            for (int at = start; at < end; at += CleaningWindow.EIGHT) {
                for (long alone = alone(at); alone != 0; alone &= alone - 1) {
                    int cell = at + (Long.numberOfTrailingZeros(alone) >> 3);
                    if (cell < end && !window.isKept(cell) && flood.isAlone(cell)) {
                        region.resolve(true);
                        resolved++;
                    }
                }
            }
        }
        return resolved;
    }

    /** The highest bit of the byte of each of eight cells that has another label than its four neighbours. */
    private long alone(int at) {
        long labels = window.eight(at);
        return CleaningWindow.differing(labels ^ window.eight(at - 1))
                & CleaningWindow.differing(labels ^ window.eight(at + 1))
                & CleaningWindow.differing(labels ^ window.eight(at - window.stride))
                & CleaningWindow.differing(labels ^ window.eight(at + window.stride));
    }
}
