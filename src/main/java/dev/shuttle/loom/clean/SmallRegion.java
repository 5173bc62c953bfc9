package dev.shuttle.loom.clean;

/** One small region at a time: found by a bounded flood, resolved in the cheapest way. */
final class SmallRegion {
    /** Of a cell's mark: it belongs to the region at hand. */
    private static final int HERE = 1;
    /** Its region has been found not to be small, and stays so unless a bridge cuts through it. */
    private static final int LARGE = 2;
    /** It has been turned to join two regions. */
    private static final int BRIDGED = 4;

    private final CleaningWindow window;
    private final CellCosts costs;
    private final float smoothness;
    private final int minimum;
    private final int stride;
    private final int[] steps;
    private byte[] labels = new byte[0];
    private byte[] marks = new byte[0];

    private final int[] cells;
    private final int[] places;
    private int size;

    /** What showing the whole region by each label would cost more, where {@link #turnedAt} says that it is known. */
    private final float[] turned = new float[128];

    private final int[] turnedAt = new int[128];
    private int turn;
    private final int[] targets = new int[5];

    private int bridge;
    private byte bridgeLabel;
    private float bridgePrice;

    private final float[] ownCost;
    private final float[] bestGain;
    private final byte[] bestLabel;

    SmallRegion(CleaningWindow window, CellCosts costs, float smoothness, int minimum) {
        this.window = window;
        this.costs = costs;
        this.smoothness = smoothness;
        this.minimum = minimum;
        this.stride = window.stride;
        this.steps = new int[] {-stride, -1, 1, stride};
        this.cells = new int[minimum + steps.length + 1];
        this.places = new int[minimum];
        this.ownCost = new float[minimum];
        this.bestGain = new float[minimum];
        this.bestLabel = new byte[minimum];
    }

    /** To be called when the window has been loaded. */
    void begin() {
        labels = window.cells;
        marks = window.marks;
    }

    /**
     * Whether the region of {@code cell} has fewer cells than the minimum; if so it becomes the current one. One that
     * leaves the window counts as large.
     */
    boolean isSmallAt(int cell) {
        byte label = labels[cell];
        byte above = labels[cell - stride];
        byte before = labels[cell - 1];
        byte after = labels[cell + 1];
        byte below = labels[cell + stride];
        if (above == label || before == label || after == label || below == label) {
            return flood(cell, LARGE);
        }
        cells[0] = cell;
        size = 1;
        byte beyond = CleaningWindow.BEYOND;
        return above != beyond && before != beyond && after != beyond && below != beyond;
    }

    /** Cells of the current region. */
    int size() {
        return size;
    }

    /** Whether no cell of the region lies between {@code from} and {@code cell}. */
    boolean isFirst(int cell, int from) {
        for (int i = 0; i < size; i++) {
            if (cells[i] < cell && cells[i] >= from) {
                return false;
            }
        }
        return true;
    }

    /** Cells with a mark of {@code known} answer for the region. */
    private boolean flood(int start, int known) {
        byte label = labels[start];
        size = 0;
        boolean open = look(start, label, known);
        for (int next = 0; open && next < size && size < minimum; next++) {
            int cell = cells[next];
            open = look(cell - stride, label, known)
                    && look(cell - 1, label, known)
                    && look(cell + 1, label, known)
                    && look(cell + stride, label, known);
        }
        boolean small = open && size < minimum;
        toggle(small ? HERE : HERE | LARGE);
        return small;
    }

    /**
     * Takes a cell of the label that is new; false where it shows that the region is not small. What is usual goes
     * without a branch: at the edges of small regions no processor guesses right.
     */
    private boolean look(int cell, byte label, int known) {
        int other = labels[cell];
        int mark = marks[cell];
        int same = isZero(other ^ label);
        int taken = same & ~mark;
        cells[size] = cell;
        size += taken;
        marks[cell] = (byte) ((mark | taken) & ~(taken << 1)); // HERE is 1, LARGE is 2
        return (mark & known & -same) == 0 && other != CleaningWindow.BEYOND;
    }

    private static int isZero(int value) {
        return ((value | -value) >>> 31) ^ 1;
    }

    private void toggle(int bits) {
        for (int i = 0; i < size; i++) {
            marks[cells[i]] ^= (byte) bits;
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
            ownCost[i] = costs.cost(places[i], label);
        }
        if (bridging) {
            findBridge(label);
        }
        float peeled = peel(label);
        if (bridgePrice < peeled) {
            turn(waiting);
        }
    }

    private void turn(SmallRegions waiting) {
        for (int i = 0; i < size; i++) {
            labels[cells[i]] = bridgeLabel;
        }
        byte before = labels[bridge];
        int at = bridge;
        marks[at] = (byte) ((marks[at] & ~LARGE) | BRIDGED);
        labels[at] = bridgeLabel;
        if (isSmallAt(at)) {
            waiting.add(at, size);
        }
        for (int step : steps) {
            // what was known of the region that has been cut may no longer hold
            if (labels[at + step] == before && flood(at + step, 0)) {
                waiting.add(at + step, size);
            }
        }
    }

    /**
     * Looks for the cheapest cell beside the region which touches another region: turning the cell and this region to
     * that region's label joins the two. {@link #bridgePrice} stays at its highest where there is none.
     */
    private void findBridge(byte label) {
        turn++;
        turned[label] = 0;
        turnedAt[label] = turn;
        toggle(HERE);
        for (int i = 0; i < size; i++) {
            for (int step : steps) {
                int cell = cells[i] + step;
                int own = labels[cell];
                if (own != label && own >= 0 && (marks[cell] & BRIDGED) == 0) {
                    tryBridge(cell, own);
                }
            }
        }
        toggle(HERE);
    }

    private void tryBridge(int cell, int own) {
        int count = 0;
        for (int step : steps) {
            int target = labels[cell + step];
            targets[count] = target;
            count += (isZero(target ^ own) | (target >>> 31) | (marks[cell + step] & HERE)) ^ 1;
        }
        for (int t = 0; t < count; t++) {
            int target = targets[t];
            float price = turning(target) + smoothness;
            if (price < bridgePrice) {
                int place = costs.place(window.mapIndex(cell));
                price += costs.cost(place, target) - costs.cost(place, own);
                if (price < bridgePrice) {
                    bridgePrice = price;
                    bridge = cell;
                    bridgeLabel = (byte) target;
                }
            }
        }
    }

    /** What it costs to show the whole region by {@code target}. */
    private float turning(int target) {
        if (turnedAt[target] != turn) {
            float price = 0;
            for (int i = 0; i < size; i++) {
                price += costs.cost(places[i], target) - ownCost[i];
            }
            turned[target] = price;
            turnedAt[target] = turn;
        }
        return turned[target];
    }

    /** Gives the cells away one by one, always the cheapest step first; returns the price of all. */
    private float peel(byte label) {
        for (int i = 0; i < size; i++) {
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
            if (left > 1) {
                appraiseAround(best, label);
            }
        }
        return price;
    }

    private void appraiseAround(int changed, byte label) {
        for (int i = 0; i < size; i++) {
            int apart = Math.abs(cells[i] - cells[changed]);
            if ((apart == 1 || apart == stride) && labels[cells[i]] == label) {
                appraise(i, label);
            }
        }
    }

    /** Finds the neighbour's label that suits a cell best. */
    private void appraise(int i, byte label) {
        int cell = cells[i];
        byte above = labels[cell - stride];
        byte before = labels[cell - 1];
        byte after = labels[cell + 1];
        byte below = labels[cell + stride];
        bestGain[i] = Float.MAX_VALUE;
        if (above != label) {
            offer(i, above, 1 + one(above == before) + one(above == after) + one(above == below));
        }
        if (before != label && before != above) {
            offer(i, before, 1 + one(before == after) + one(before == below));
        }
        if (after != label && after != above && after != before) {
            offer(i, after, 1 + one(after == below));
        }
        if (below != label && below != above && below != before && below != after) {
            offer(i, below, 1);
        }
    }

    private static int one(boolean condition) {
        return condition ? 1 : 0;
    }

    private void offer(int i, byte candidate, int touching) {
        if (candidate >= 0) {
            float gain = costs.cost(places[i], candidate) - ownCost[i] - smoothness * touching;
            if (gain < bestGain[i]) {
                bestGain[i] = gain;
                bestLabel[i] = candidate;
            }
        }
    }
}
