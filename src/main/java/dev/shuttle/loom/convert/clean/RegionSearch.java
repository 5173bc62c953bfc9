package dev.shuttle.loom.convert.clean;

/**
 * Finds the small regions of a window: from every run of cells with nothing of its label above it, a region is followed
 * until it turns out to be large. The larger the minimum, the longer that takes: {@link WindowRegions} is for those.
 */
final class RegionSearch {
    /** Up to this minimum following regions is faster than joining runs. */
    static final int MOST = 16;

    private final CleaningWindow window;
    private final RegionFlood flood;
    private final int minimum;
    private final int[] starts;

    RegionSearch(CleaningWindow window, RegionFlood flood, int minimum) {
        this.window = window;
        this.flood = flood;
        this.minimum = minimum;
        this.starts = new int[window.stride - 2];
    }

    /** Adds, row by row, the first cell in the rows {@code from} to {@code to} of every region below the minimum. */
    void find(int from, int to, SmallRegions found) {
        int first = window.start(from);
        for (int y = from; y < to; y++) {
            row(window.start(y), y == from, first, found);
        }
    }

    private void row(int start, boolean top, int first, SmallRegions found) {
        int count = top ? runs(start) : tops(start);
        for (int i = 0; i < count; i++) {
            follow(starts[i], top, first, found);
        }
    }

    /** The first cells of the row's runs. */
    private int runs(int start) {
        byte[] cells = window.cells;
        int count = 0;
        for (int at = start, end = start + starts.length; at < end; at++) {
            starts[count] = at;
            count += cells[at] == cells[at - 1] ? 0 : 1;
        }
        return count;
    }

    /** The same without those that have their own label above them. */
    private int tops(int start) {
        int at = start;
        int end = start + starts.length;
        int count = 0;
        for (; at + CleaningWindow.EIGHT <= end; at += CleaningWindow.EIGHT) {
            long labels = window.eight(at);
            long open = CleaningWindow.differing(labels ^ window.eight(at - 1))
                    & CleaningWindow.differing(labels ^ window.eight(at - window.stride));
            for (; open != 0; open &= open - 1) {
                starts[count++] = at + (Long.numberOfTrailingZeros(open) >> 3);
            }
        }
        byte[] cells = window.cells;
        for (; at < end; at++) {
            starts[count] = at;
            count += cells[at] == cells[at - 1] || cells[at] == cells[at - window.stride] ? 0 : 1;
        }
        return count;
    }

    private void follow(int start, boolean top, int first, SmallRegions found) {
        byte[] cells = window.cells;
        byte label = cells[start];
        int at = start + 1;
        for (; cells[at] == label; at++) {
            if (at - start >= minimum || (!top && cells[at - window.stride] == label)) {
                return;
            }
        }
        if (!window.isKept(start) && flood.isSmallBelow(start) && flood.isFirst(start, first)) {
            found.add(start, flood.size());
        }
    }
}
