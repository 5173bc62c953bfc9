package dev.shuttle.loom.clean;

/** One small region at a time: found by a bounded flood, resolved in the cheapest way. */
final class SmallRegion {
    private final int width;
    private final int height;
    private final byte[] labels;
    private final CellCosts costs;
    private final float smoothness;
    private final int minimum;
    private final PixelSet cells = new PixelSet();
    private final int[] around = new int[4];
    private final byte[] triedLabels = new byte[16];
    private final float[] triedPrices = new float[16];
    private int triedCount;
    private int bridge;
    private byte bridgeLabel;
    private float bridgePrice;

    SmallRegion(int width, int height, byte[] labels, CellCosts costs, float smoothness, int minimum) {
        this.width = width;
        this.height = height;
        this.labels = labels;
        this.costs = costs;
        this.smoothness = smoothness;
        this.minimum = minimum;
    }

    /** Whether the region of {@code cell} has fewer cells than the minimum; if so it becomes the current one. */
    boolean isSmallAt(int cell) {
        return flood(cell, cells) < minimum;
    }

    private int flood(int start, PixelSet into) {
        byte label = labels[start];
        into.clear();
        into.add(start);
        for (int next = 0; next < into.size() && into.size() < minimum; next++) {
            int count = neighbours(into.get(next));
            for (int n = 0; n < count; n++) {
                if (labels[around[n]] == label) {
                    into.add(around[n]);
                }
            }
        }
        return into.size();
    }

    /** Fills {@link #around} with the cells above, left, right and below. */
    private int neighbours(int cell) {
        int x = cell % width;
        int count = 0;
        if (cell >= width) {
            around[count++] = cell - width;
        }
        if (x > 0) {
            around[count++] = cell - 1;
        }
        if (x < width - 1) {
            around[count++] = cell + 1;
        }
        if (cell < width * (height - 1)) {
            around[count++] = cell + width;
        }
        return count;
    }

    /** Resolves the current region. */
    void resolve(boolean bridging) {
        byte label = labels[cells.get(0)];
        if (bridging) {
            findBridge(label);
        }
        float price = bridging ? bridgePrice : Float.MAX_VALUE;
        float peeled = peel(label);
        if (price < peeled) {
            for (int i = 0; i < cells.size(); i++) {
                labels[cells.get(i)] = bridgeLabel;
            }
            labels[bridge] = bridgeLabel;
        }
    }

    /**
     * Looks for the cheapest cell beside the region which touches another region: turning the cell and this region to
     * that region's label joins the two. Prefers none where {@link #bridgePrice} stays at its highest.
     */
    private void findBridge(byte label) {
        bridgePrice = Float.MAX_VALUE;
        triedCount = 0;
        for (int i = 0; i < cells.size(); i++) {
            int cell = cells.get(i);
            int count = neighbours(cell);
            int first = around[0];
            int second = around[1];
            int third = around[2];
            int fourth = around[3];
            tryBridge(first, label);
            tryBridge(second, label);
            if (count > 2) {
                tryBridge(third, label);
            }
            if (count > 3) {
                tryBridge(fourth, label);
            }
        }
    }

    private void tryBridge(int cell, byte label) {
        if (labels[cell] == label) {
            return;
        }
        int count = neighbours(cell);
        for (int n = 0; n < count; n++) {
            byte target = labels[around[n]];
            if (target != labels[cell] && !cells.contains(around[n])) {
                float price = turning(target, label)
                        + costs.cost(cell, target & 255)
                        - costs.cost(cell, labels[cell] & 255)
                        + smoothness;
                if (price < bridgePrice) {
                    bridgePrice = price;
                    bridge = cell;
                    bridgeLabel = target;
                }
            }
        }
    }

    /** What it costs to show the whole region by {@code target}. */
    private float turning(byte target, byte label) {
        if (target == label) {
            return 0;
        }
        for (int t = 0; t < triedCount; t++) {
            if (triedLabels[t] == target) {
                return triedPrices[t];
            }
        }
        float price = 0;
        for (int i = 0; i < cells.size(); i++) {
            price += costs.cost(cells.get(i), target & 255) - costs.cost(cells.get(i), label & 255);
        }
        if (triedCount < triedLabels.length) {
            triedLabels[triedCount] = target;
            triedPrices[triedCount++] = price;
        }
        return price;
    }

    /** Gives the cells away one by one, always the cheapest step first; returns the price of all. */
    private float peel(byte label) {
        int left = cells.size();
        float price = 0;
        boolean[] gone = new boolean[left];
        for (int step = 0; step < left; step++) {
            int best = -1;
            int to = 0;
            float least = Float.MAX_VALUE;
            for (int i = 0; i < left; i++) {
                if (gone[i]) {
                    continue;
                }
                int cell = cells.get(i);
                int count = neighbours(cell);
                float own = costs.cost(cell, label & 255);
                for (int n = 0; n < count; n++) {
                    byte candidate = labels[around[n]];
                    if (candidate != label) {
                        float p = costs.cost(cell, candidate & 255) - own - smoothness * touching(candidate, count);
                        if (p < least) {
                            least = p;
                            best = i;
                            to = candidate;
                        }
                    }
                }
            }
            if (best < 0) {
                break;
            }
            gone[best] = true;
            labels[cells.get(best)] = (byte) to;
            price += least + smoothness;
        }
        return price;
    }

    private int touching(byte label, int count) {
        int touching = 0;
        for (int n = 0; n < count; n++) {
            touching += labels[around[n]] == label ? 1 : 0;
        }
        return touching;
    }
}
