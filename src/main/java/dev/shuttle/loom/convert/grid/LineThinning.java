package dev.shuttle.loom.convert.grid;

import java.util.Arrays;

/**
 * Makes lines one cell thick and leaves them as connected as they are: cells go, the least covered first, as long as
 * their neighbours hang together without them (4-connected: the number of Yokoi is 1).
 */
final class LineThinning {
    private static final int STEPS = 16;
    /** An end that is covered by less than this part of what its neighbour is, is no end but a corner touched. */
    private static final float STUB = 0.5f;

    /** Whether a cell holds together the line that another cell belongs to. */
    interface Company {
        boolean isOfLine(int cell, int line);
    }

    private final byte[] labels;
    private final float[] cover;
    private final int ends;
    private final int lines;
    private final Company company;
    /** The cells of lines, but for the outermost ones of the grid, in order. */
    private int[] left = new int[1024];

    private int count;

    LineThinning(byte[] labels, float[] cover, int ends, int lines, Company company) {
        this.labels = labels;
        this.cover = cover;
        this.ends = ends;
        this.lines = lines;
        this.company = company;
    }

    void run() {
        collect();
        boolean changed = true;
        for (int round = 0; changed && round < 8; round++) {
            changed = false;
            for (int step = 0; step <= STEPS; step++) {
                changed |= pass(step == STEPS ? Float.MAX_VALUE : (float) (step + 1) / STEPS);
            }
        }
    }

    private void collect() {
        for (int line = 1; line < lines - 1; line++) {
            for (int cell = line * ends + 1; cell < (line + 1) * ends - 1; cell++) {
                if (labels[cell] >= 0) {
                    left = count == left.length ? Arrays.copyOf(left, 2 * count) : left;
                    left[count++] = cell;
                }
            }
        }
    }

    /** @param most how much of a cell is covered that may go, at most */
    private boolean pass(float most) {
        int stay = 0;
        for (int i = 0; i < count; i++) {
            int cell = left[i];
            if (cover[cell] <= most && isSpare(cell)) {
                labels[cell] = -1;
            } else {
                left[stay++] = cell;
            }
        }
        boolean changed = stay < count;
        count = stay;
        return changed;
    }

    private boolean isSpare(int cell) {
        boolean e = has(cell, cell + 1);
        boolean ne = has(cell, cell - ends + 1);
        boolean n = has(cell, cell - ends);
        boolean nw = has(cell, cell - ends - 1);
        boolean w = has(cell, cell - 1);
        boolean sw = has(cell, cell + ends - 1);
        boolean s = has(cell, cell + ends);
        boolean se = has(cell, cell + ends + 1);
        int parts = part(e, ne, n) + part(n, nw, w) + part(w, sw, s) + part(s, se, e);
        if (parts != 1) {
            return false;
        }
        int neighbours = (e ? 1 : 0) + (n ? 1 : 0) + (w ? 1 : 0) + (s ? 1 : 0);
        if (neighbours > 1) {
            return true;
        }
        int beside = e ? cell + 1 : n ? cell - ends : w ? cell - 1 : cell + ends;
        return labels[beside] >= 0 && cover[cell] < STUB * cover[beside];
    }

    private static int part(boolean first, boolean corner, boolean next) {
        return first && !(corner && next) ? 1 : 0;
    }

    private boolean has(int cell, int other) {
        return company.isOfLine(other, cell);
    }
}
