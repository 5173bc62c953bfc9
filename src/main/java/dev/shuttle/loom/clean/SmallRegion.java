package dev.shuttle.loom.clean;

/** One small region at a time: found by a bounded flood, resolved in the cheapest way. */
final class SmallRegion {
    private final CleaningWindow window;
    private final byte[] labels;
    private final byte[] marks;
    private final CellCosts costs;
    private final float smoothness;
    private final int minimum;
    private final int[] steps;
    private final int[] cells;
    private final int[] places;
    private int size;

    private final byte[] triedLabels = new byte[16];
    private final float[] triedPrices = new float[16];
    private int triedCount;
    private int bridge;
    private byte bridgeLabel;
    private float bridgePrice;

    private final float[] ownCost;
    private final float[] bestGain;
    private final byte[] bestLabel;

    SmallRegion(CleaningWindow window, CellCosts costs, float smoothness, int minimum) {
        this.window = window;
        this.labels = window.cells;
        this.marks = window.marks;
        this.costs = costs;
        this.smoothness = smoothness;
        this.minimum = minimum;
        this.steps = new int[] {-window.stride, -1, 1, window.stride};
        this.cells = new int[minimum];
        this.places = new int[minimum];
        this.ownCost = new float[minimum];
        this.bestGain = new float[minimum];
        this.bestLabel = new byte[minimum];
    }

    /** Whether the region of {@code cell} has fewer cells than the minimum; if so it becomes the current one. */
    boolean isSmallAt(int cell) {
        flood(cell);
        return size < minimum;
    }

    /** Cells of the current region. */
    int size() {
        return size;
    }

    /** Collects the region up to the minimum; one that leaves the window counts as large. */
    private void flood(int start) {
        byte label = labels[start];
        size = 0;
        take(start);
        for (int next = 0; next < size && size < minimum; next++) {
            for (int step : steps) {
                int cell = cells[next] + step;
                if (size < minimum && labels[cell] == label && marks[cell] == 0) {
                    take(cell);
                } else if (labels[cell] == CleaningWindow.BEYOND) {
                    unmark();
                    size = minimum;
                    return;
                }
            }
        }
        unmark();
    }

    private void take(int cell) {
        cells[size++] = cell;
        marks[cell] = 1;
    }

    private void mark() {
        for (int i = 0; i < size; i++) {
            marks[cells[i]] = 1;
        }
    }

    private void unmark() {
        for (int i = 0; i < size; i++) {
            marks[cells[i]] = 0;
        }
    }

    /**
     * Resolves the current region; what has become small by that is added to {@code waiting}. No cell is a bridge twice,
     * so this comes to an end.
     */
    void resolve(boolean bridging, SmallRegions waiting) {
        byte label = labels[cells[0]];
        bridgePrice = Float.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            places[i] = costs.place(window.mapIndex(cells[i]));
        }
        mark();
        if (bridging) {
            findBridge(label);
        }
        float peeled = peel(label);
        unmark();
        if (bridgePrice >= peeled) {
            return;
        }
        for (int i = 0; i < size; i++) {
            labels[cells[i]] = bridgeLabel;
        }
        byte before = labels[bridge];
        window.bridged[bridge] = 1;
        labels[bridge] = bridgeLabel;
        int at = bridge;
        addIfSmall(at, waiting);
        for (int step : steps) {
            if (labels[at + step] == before) {
                addIfSmall(at + step, waiting);
            }
        }
    }

    private void addIfSmall(int cell, SmallRegions waiting) {
        if (isSmallAt(cell)) {
            waiting.add(cell, size);
        }
    }

    /**
     * Looks for the cheapest cell beside the region which touches another region: turning the cell and this region to
     * that region's label joins the two. {@link #bridgePrice} stays at its highest where there is none.
     */
    private void findBridge(byte label) {
        triedCount = 0;
        for (int i = 0; i < size; i++) {
            for (int step : steps) {
                int cell = cells[i] + step;
                if (labels[cell] >= 0 && marks[cell] == 0 && window.bridged[cell] == 0) {
                    tryBridge(cell, label);
                }
            }
        }
    }

    private void tryBridge(int cell, byte label) {
        byte own = labels[cell];
        for (int step : steps) {
            byte target = labels[cell + step];
            if (target >= 0 && target != own && marks[cell + step] == 0) {
                float price = turning(target, label) + smoothness;
                if (price < bridgePrice) {
                    int place = costs.place(window.mapIndex(cell));
                    price += costs.cost(place, target) - costs.cost(place, own);
                    if (price < bridgePrice) {
                        bridgePrice = price;
                        bridge = cell;
                        bridgeLabel = target;
                    }
                }
            }
        }
    }

    /** What it costs to show the whole region by {@code target}. */
    private float turning(byte target, byte label) {
        if (target == label) {
            return 0;
        }
        if (size == 1) {
            return costs.cost(places[0], target) - costs.cost(places[0], label);
        }
        for (int t = 0; t < triedCount; t++) {
            if (triedLabels[t] == target) {
                return triedPrices[t];
            }
        }
        float price = 0;
        for (int i = 0; i < size; i++) {
            price += costs.cost(places[i], target) - costs.cost(places[i], label);
        }
        if (triedCount < triedLabels.length) {
            triedLabels[triedCount] = target;
            triedPrices[triedCount++] = price;
        }
        return price;
    }

    /** Gives the cells away one by one, always the cheapest step first; returns the price of all. */
    private float peel(byte label) {
        for (int i = 0; i < size; i++) {
            ownCost[i] = costs.cost(places[i], label);
            appraise(i, label);
        }
        float price = 0;
        for (int left = size; left > 0; left--) {
            int best = -1;
            float least = Float.MAX_VALUE;
            for (int i = 0; i < size; i++) {
                if (bestGain[i] < least) {
                    least = bestGain[i];
                    best = i;
                }
            }
            if (best < 0) {
                break;
            }
            labels[cells[best]] = bestLabel[best];
            bestGain[best] = Float.MAX_VALUE;
            price += least + smoothness;
            appraiseAround(best, label);
        }
        return price;
    }

    private void appraiseAround(int changed, byte label) {
        for (int i = 0; i < size; i++) {
            int apart = Math.abs(cells[i] - cells[changed]);
            if ((apart == 1 || apart == window.stride) && labels[cells[i]] == label) {
                appraise(i, label);
            }
        }
    }

    /** Finds the neighbour's label that suits a cell best. */
    private void appraise(int i, byte label) {
        int cell = cells[i];
        bestGain[i] = Float.MAX_VALUE;
        for (int n = 0; n < 4; n++) {
            byte candidate = labels[cell + steps[n]];
            if (candidate >= 0 && candidate != label) {
                int touching = 0;
                boolean seen = false;
                for (int m = 0; m < 4; m++) {
                    boolean same = labels[cell + steps[m]] == candidate;
                    touching += same ? 1 : 0;
                    seen |= same && m < n;
                }
                if (!seen) {
                    float gain = costs.cost(places[i], candidate) - ownCost[i] - smoothness * touching;
                    if (gain < bestGain[i]) {
                        bestGain[i] = gain;
                        bestLabel[i] = candidate;
                    }
                }
            }
        }
    }
}
