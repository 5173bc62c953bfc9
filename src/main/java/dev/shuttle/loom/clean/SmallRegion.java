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
        int bridge = bridging ? bestBridge(label) : -1;
        float price = bridge < 0 ? Float.MAX_VALUE : bridgePrice(bridge, label);
        float peeled = peel(label);
        if (price < peeled) {
            for (int i = 0; i < cells.size(); i++) {
                labels[cells.get(i)] = label;
            }
            labels[bridge] = label;
        }
    }

    private float bridgePrice(int cell, int label) {
        return costs.cost(cell, label) - costs.cost(cell, labels[cell] & 255) + smoothness;
    }

    /** The cheapest cell beside the region which touches another region of the same label; -1 without one. */
    private int bestBridge(byte label) {
        int best = -1;
        float least = Float.MAX_VALUE;
        for (int i = 0; i < cells.size(); i++) {
            int count = neighbours(cells.get(i));
            int[] beside = {around[0], around[1], count > 2 ? around[2] : -1, count > 3 ? around[3] : -1};
            for (int cell : beside) {
                if (cell >= 0 && labels[cell] != label && touchesAnother(cell, label)) {
                    float price = bridgePrice(cell, label & 255);
                    if (price < least) {
                        least = price;
                        best = cell;
                    }
                }
            }
        }
        return best;
    }

    private boolean touchesAnother(int cell, byte label) {
        int count = neighbours(cell);
        for (int n = 0; n < count; n++) {
            if (labels[around[n]] == label && !cells.contains(around[n])) {
                return true;
            }
        }
        return false;
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
