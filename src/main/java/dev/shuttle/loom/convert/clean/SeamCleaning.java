package dev.shuttle.loom.convert.clean;

import dev.shuttle.loom.design.Tiling;
import java.util.Arrays;

/**
 * Cleans the regions at the border of a map that is repeated over the cloth. There a region goes on across the seam: in
 * a straight or half-drop repeat with what lies on the opposite side, in a mirrored one with its own image. Its size is
 * counted on the cloth, so that half a small motif at the seam of a mirrored repeat counts as the whole one that it makes.
 */
public final class SeamCleaning {
    private static final int[] DX = {0, 0, -1, 1};
    private static final int[] DY = {-1, 1, 0, 0};

    private final Tiling tiling;
    private final byte[] labels;
    private final CellCosts costs;
    private final int minimum;
    private final KeptLabels kept;
    /** The region at hand, on the cloth. */
    private final int[] xs;

    private final int[] ys;
    private int size;
    private long changed;

    public SeamCleaning(Tiling tiling, byte[] labels, CellCosts costs, int minimum) {
        this(tiling, labels, costs, minimum, KeptLabels.NONE);
    }

    /** The same; regions of {@code kept} labels stay, be they ever so small. */
    public SeamCleaning(Tiling tiling, byte[] labels, CellCosts costs, int minimum, KeptLabels kept) {
        this.kept = kept;
        this.tiling = tiling;
        this.labels = labels;
        this.costs = costs;
        this.minimum = minimum;
        this.xs = new int[minimum];
        this.ys = new int[minimum];
    }

    /** Joins every region at the border that is too small even across the seam; returns how many there were. */
    public long run() {
        long joined = 0;
        boolean again = !isPlain();
        while (again) {
            again = false;
            for (int y = 0; y < tiling.height(); y++) {
                boolean full = y == 0 || y == tiling.height() - 1;
                for (int x = 0; x < tiling.width(); x += full || tiling.width() == 1 ? 1 : tiling.width() - 1) {
                    if (!kept.has(label(x, y)) && isSmall(x, y)) {
                        join();
                        joined++;
                        again = true;
                    }
                }
            }
        }
        return joined;
    }

    /** How many cells were turned to another label. */
    public long cellsChanged() {
        return changed;
    }

    private boolean isPlain() {
        for (byte label : labels) {
            if (label != labels[0]) {
                return false;
            }
        }
        return true;
    }

    private byte label(int x, int y) {
        return labels[tiling.cell(x, y)];
    }

    private boolean isSmall(int x, int y) {
        byte own = label(x, y);
        size = 0;
        take(x, y);
        for (int next = 0; next < size && size < minimum; next++) {
            for (int side = 0; side < 4 && size < minimum; side++) {
                int nx = xs[next] + DX[side];
                int ny = ys[next] + DY[side];
                if (label(nx, ny) == own && !isTaken(nx, ny)) {
                    take(nx, ny);
                }
            }
        }
        return size < minimum;
    }

    private void take(int x, int y) {
        xs[size] = x;
        ys[size++] = y;
    }

    private boolean isTaken(int x, int y) {
        for (int i = 0; i < size; i++) {
            if (xs[i] == x && ys[i] == y) {
                return true;
            }
        }
        return false;
    }

    /** Gives the region to the neighbouring label that costs least. */
    private void join() {
        byte own = label(xs[0], ys[0]);
        byte best = own;
        float least = Float.MAX_VALUE;
        boolean[] tried = new boolean[128];
        for (int i = 0; i < size; i++) {
            for (int side = 0; side < 4; side++) {
                byte label = label(xs[i] + DX[side], ys[i] + DY[side]);
                if (label != own && !tried[label]) {
                    tried[label] = true;
                    float price = price(label);
                    if (price < least) {
                        least = price;
                        best = label;
                    }
                }
            }
        }
        turn(best);
    }

    private float price(byte label) {
        float price = 0;
        for (int i = 0; i < size; i++) {
            price += costs.cost(costs.place(tiling.cell(xs[i], ys[i])), label);
        }
        return price;
    }

    private void turn(byte label) {
        int[] cells = new int[size];
        Arrays.setAll(cells, i -> tiling.cell(xs[i], ys[i]));
        for (int cell : cells) {
            changed += labels[cell] == label ? 0 : 1;
            labels[cell] = label;
        }
    }
}
