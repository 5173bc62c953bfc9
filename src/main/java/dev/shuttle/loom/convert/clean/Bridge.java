package dev.shuttle.loom.convert.clean;

/**
 * The cheapest cell beside a small region which touches another region: turning the cell and the small region to that
 * region's label joins the two.
 */
final class Bridge {
    /** Prices are compared to a fraction of this size of the unit. */
    private static final float FINENESS = 64;
    /** A region below the greatest minimum has fewer ways than that to be joined to others. */
    private static final int INDEX_BITS = 20;

    private final CleaningWindow window;
    private final CellCosts costs;
    private final RegionFlood flood;
    private final float smoothness;
    private final int[] steps;
    /** What may be turned, and to what. */
    private final int[] besides;

    private final int[] targets;
    private int count;
    private int cell;
    private byte label;

    Bridge(CleaningWindow window, CellCosts costs, RegionFlood flood, float smoothness, int minimum) {
        this.window = window;
        this.costs = costs;
        this.flood = flood;
        this.smoothness = smoothness;
        this.besides = new int[12 * minimum + 1];
        this.targets = new int[12 * minimum + 1];
        this.steps = new int[] {-window.stride, -1, 1, window.stride};
    }

    /** Whether there is one that costs less than {@code most}. */
    boolean find(PricedRegion region, float most) {
        collect(region);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            int beside = besides[i];
            int target = targets[i];
            int place = costs.place(window.mapIndex(beside));
            float price = region.turning(target)
                    + smoothness
                    + costs.cost(place, target)
                    - costs.cost(place, window.cells[beside]);
            least = Math.min(least, (long) (FINENESS * price) << INDEX_BITS | i);
        }
        if (least >> INDEX_BITS >= FINENESS * most) {
            return false;
        }
        int best = (int) least & (1 << INDEX_BITS) - 1;
        cell = besides[best];
        label = (byte) targets[best];
        return true;
    }

    private void collect(PricedRegion region) {
        flood.toggleHere();
        count = 0;
        for (int i = 0; i < region.size(); i++) {
            for (int step : steps) {
                int beside = region.cell(i) + step;
                int own = window.cells[beside];
                if (own != region.label() && own >= 0 && !window.isKept(beside) && !flood.isBridge(beside)) {
                    count = collect(beside, own, count);
                }
            }
        }
        flood.toggleHere();
    }

    /** What a cell may be turned to, found without a branch: here no processor would guess right. */
    private int collect(int beside, int own, int first) {
        int next = first;
        for (int step : steps) {
            int target = window.cells[beside + step];
            int here = window.marks[beside + step] & RegionFlood.HERE;
            besides[next] = beside;
            targets[next] = target;
            next += (isZero(target ^ own) | (target >>> 31) | here) ^ 1;
        }
        return next;
    }

    /** Where it is. */
    int cell() {
        return cell;
    }

    /** What it and the region are to be turned to. */
    byte label() {
        return label;
    }

    private static int isZero(int value) {
        return ((value | -value) >>> 31) ^ 1;
    }
}
