package dev.shuttle.loom.convert.clean;

/** Gives the cells of a small region away one by one, always the cheapest step first, to the neighbour that suits best. */
final class Peeling {
    /** Prices are compared to a fraction of this size of the unit. */
    private static final float FINENESS = 64;

    private final CleaningWindow window;
    private final CellCosts costs;
    private final float smoothness;
    private final int stride;
    private final float[] gains;
    private final byte[] targets;
    private byte[] labels = new byte[0];

    Peeling(CleaningWindow window, CellCosts costs, float smoothness, int minimum) {
        this.window = window;
        this.costs = costs;
        this.smoothness = smoothness;
        this.stride = window.stride;
        this.gains = new float[minimum];
        this.targets = new byte[minimum];
    }

    /** What giving all cells away costs; the map stays as it is until {@link #apply}. */
    float price(PricedRegion region) {
        labels = window.cells;
        byte label = region.label();
        int size = region.size();
        if (size == 1) {
            return alone(region, region.cell(0));
        }
        for (int i = 0; i < size; i++) {
            targets[i] = label;
            appraise(region, i, label);
        }
        float price = peel(region, label);
        for (int i = 0; i < size; i++) {
            labels[region.cell(i)] = label;
        }
        return price;
    }

    /** Gives the cells away. */
    void apply(PricedRegion region) {
        for (int i = 0; i < region.size(); i++) {
            labels[region.cell(i)] = targets[i];
        }
    }

    /** The same for one cell, without a branch: of four neighbours any may suit it best. */
    private float alone(PricedRegion region, int cell) {
        int above = labels[cell - stride];
        int before = labels[cell - 1];
        int after = labels[cell + 1];
        int below = labels[cell + stride];
        int top = isSame(above, before) + isSame(above, after) + isSame(above, below);
        int left = isSame(above, before) + isSame(before, after) + isSame(before, below);
        int right = isSame(above, after) + isSame(before, after) + isSame(after, below);
        int bottom = isSame(above, below) + isSame(before, below) + isSame(after, below);
        long least = Math.min(
                Math.min(price(region, above, top), price(region, before, left)),
                Math.min(price(region, after, right), price(region, below, bottom)));
        targets[0] = (byte) (least & 0x7f);
        return (least >> 7) / FINENESS;
    }

    /** Of turning one cell to a label with some more neighbours of it; a multiple, with the label in the lowest bits. */
    private long price(PricedRegion region, int label, int more) {
        if (label < 0) {
            return Long.MAX_VALUE;
        }
        return (long) (FINENESS * (region.turning(label) - smoothness * more)) << 7 | label;
    }

    private static int isSame(int one, int other) {
        int different = one ^ other;
        return ((different | -different) >>> 31) ^ 1;
    }

    private float peel(PricedRegion region, byte label) {
        int size = region.size();
        float price = 0;
        for (int left = size; left > 0; left--) {
            int best = -1;
            float least = Float.MAX_VALUE;
            for (int i = 0; i < size; i++) {
                if (gains[i] < least) {
                    least = gains[i];
                    best = i;
                }
            }
            if (best < 0) {
                break;
            }
            labels[region.cell(best)] = targets[best];
            gains[best] = Float.MAX_VALUE;
            price += least + smoothness;
            if (left > 1) {
                appraiseAround(region, best, label);
            }
        }
        return price;
    }

    private void appraiseAround(PricedRegion region, int changed, byte label) {
        for (int i = 0; i < region.size(); i++) {
            int apart = Math.abs(region.cell(i) - region.cell(changed));
            if ((apart == 1 || apart == stride) && labels[region.cell(i)] == label) {
                appraise(region, i, label);
            }
        }
    }

    /** Finds the neighbour's label that suits a cell best. */
    private void appraise(PricedRegion region, int i, byte label) {
        int cell = region.cell(i);
        byte above = labels[cell - stride];
        byte before = labels[cell - 1];
        byte after = labels[cell + 1];
        byte below = labels[cell + stride];
        gains[i] = Float.MAX_VALUE;
        if (above != label) {
            offer(region, i, above, 1 + one(above == before) + one(above == after) + one(above == below));
        }
        if (before != label && before != above) {
            offer(region, i, before, 1 + one(before == after) + one(before == below));
        }
        if (after != label && after != above && after != before) {
            offer(region, i, after, 1 + one(after == below));
        }
        if (below != label && below != above && below != before && below != after) {
            offer(region, i, below, 1);
        }
    }

    private static int one(boolean condition) {
        return condition ? 1 : 0;
    }

    private void offer(PricedRegion region, int i, byte candidate, int touching) {
        if (candidate >= 0) {
            float gain = costs.cost(region.place(i), candidate) - region.ownCost(i) - smoothness * touching;
            if (gain < gains[i]) {
                gains[i] = gain;
                targets[i] = candidate;
            }
        }
    }
}
