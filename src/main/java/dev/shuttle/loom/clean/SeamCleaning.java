package dev.shuttle.loom.clean;

/**
 * Cleans the regions at the border of a map that is repeated over the cloth: there a region goes on at the opposite side
 * (moved by {@code drop} rows for a half-drop repeat), and its size is counted across the seam.
 */
public final class SeamCleaning {
    private final int width;
    private final int height;
    private final int drop;
    private final byte[] labels;
    private final CellCosts costs;
    private final int minimum;
    private final int[] cells;
    private int size;
    private long changed;

    /** {@code drop} is the number of rows a repeat is moved down against the one to its left, less than the height. */
    public SeamCleaning(int width, int height, int drop, byte[] labels, CellCosts costs, int minimum) {
        this.width = width;
        this.height = height;
        this.drop = drop;
        this.labels = labels;
        this.costs = costs;
        this.minimum = minimum;
        this.cells = new int[minimum];
    }

    /** Joins every region at the border that is too small even across the seam; returns how many there were. */
    public long run() {
        long joined = 0;
        boolean changed = labels.length > minimum;
        while (changed) {
            changed = false;
            for (int y = 0; y < height; y++) {
                boolean full = y == 0 || y == height - 1;
                for (int x = 0; x < width; x += full || width == 1 ? 1 : width - 1) {
                    if (isSmall(y * width + x)) {
                        join();
                        joined++;
                        changed = true;
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

    private boolean isSmall(int start) {
        size = 0;
        cells[size++] = start;
        for (int next = 0; next < size && size < minimum; next++) {
            for (int side = 0; side < 4 && size < minimum; side++) {
                int cell = neighbour(cells[next], side);
                if (labels[cell] == labels[start] && !isTaken(cell)) {
                    cells[size++] = cell;
                }
            }
        }
        return size < minimum;
    }

    private boolean isTaken(int cell) {
        for (int i = 0; i < size; i++) {
            if (cells[i] == cell) {
                return true;
            }
        }
        return false;
    }

    /** Gives the region to the neighbouring label that costs least. */
    private void join() {
        byte own = labels[cells[0]];
        byte best = own;
        float least = Float.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            for (int side = 0; side < 4; side++) {
                byte label = labels[neighbour(cells[i], side)];
                if (label != own && label != best) {
                    float price = 0;
                    for (int j = 0; j < size; j++) {
                        price += costs.cost(costs.place(cells[j]), label);
                    }
                    if (price < least) {
                        least = price;
                        best = label;
                    }
                }
            }
        }
        for (int i = 0; i < size; i++) {
            labels[cells[i]] = best;
        }
        changed += size;
    }

    private int neighbour(int cell, int side) {
        int x = cell % width;
        int y = cell / width;
        return switch (side) {
            case 0 -> (y == 0 ? height - 1 : y - 1) * width + x;
            case 1 -> (y == height - 1 ? 0 : y + 1) * width + x;
            case 2 -> x > 0 ? cell - 1 : Math.floorMod(y + drop, height) * width + width - 1;
            default -> x < width - 1 ? cell + 1 : Math.floorMod(y - drop, height) * width;
        };
    }
}
