package dev.shuttle.loom.clean;

/**
 * The cheapest cell beside a small region which touches another region: turning the cell and the small region to that
 * region's label joins the two.
 */
final class Bridge {
    private final CleaningWindow window;
    private final CellCosts costs;
    private final RegionFlood flood;
    private final float smoothness;
    private final int[] steps;
    private final int[] targets = new int[4];
    private int cell;
    private byte label;
    private float price;

    Bridge(CleaningWindow window, CellCosts costs, RegionFlood flood, float smoothness) {
        this.window = window;
        this.costs = costs;
        this.flood = flood;
        this.smoothness = smoothness;
        this.steps = new int[] {-window.stride, -1, 1, window.stride};
    }

    /** Whether there is one that costs less than {@code most}. */
    boolean find(PricedRegion region, float most) {
        price = Float.MAX_VALUE;
        flood.toggleHere();
        for (int i = 0; i < region.size(); i++) {
            for (int step : steps) {
                int beside = region.cell(i) + step;
                int own = window.cells[beside];
                if (own != region.label() && own >= 0 && !flood.isBridge(beside)) {
                    look(region, beside, own);
                }
            }
        }
        flood.toggleHere();
        return price < most;
    }

    /** Where it is. */
    int cell() {
        return cell;
    }

    /** What it and the region are to be turned to. */
    byte label() {
        return label;
    }

    private void look(PricedRegion region, int beside, int own) {
        int count = 0;
        for (int step : steps) {
            int target = window.cells[beside + step];
            targets[count] = target;
            count += (isZero(target ^ own) | (target >>> 31) | (window.marks[beside + step] & RegionFlood.HERE)) ^ 1;
        }
        for (int t = 0; t < count; t++) {
            int target = targets[t];
            float sum = region.turning(target) + smoothness;
            if (sum < price) {
                int place = costs.place(window.mapIndex(beside));
                sum += costs.cost(place, target) - costs.cost(place, own);
                if (sum < price) {
                    price = sum;
                    cell = beside;
                    label = (byte) target;
                }
            }
        }
    }

    private static int isZero(int value) {
        return ((value | -value) >>> 31) ^ 1;
    }
}
