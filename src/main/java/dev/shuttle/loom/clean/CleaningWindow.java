package dev.shuttle.loom.clean;

/**
 * A copy of some rows of a label map with a frame around it, so that neighbours can be looked at without asking where
 * the map ends: {@link #OUTSIDE} beyond the map, {@link #BEYOND} where the map goes on outside the window.
 */
final class CleaningWindow {
    static final byte OUTSIDE = -1;
    static final byte BEYOND = -2;

    private final int width;
    private final int height;
    private final byte edge;
    /** Cells from one row of the window to the next. */
    final int stride;
    /** Labels, frame included. */
    byte[] cells = new byte[0];
    /** Not 0 where a cell belongs to the region at hand. */
    byte[] marks = new byte[0];

    /** Not 0 where a cell has been turned to join two regions. */
    byte[] bridged = new byte[0];

    private int top;
    private int rows;

    CleaningWindow(int width, int height, boolean openBorder) {
        this.edge = openBorder ? BEYOND : OUTSIDE;
        this.width = width;
        this.height = height;
        this.stride = width + 2;
    }

    /** Copies the rows {@code from} to {@code to}. */
    void load(byte[] labels, int from, int to) {
        top = from;
        rows = to - from;
        int size = (rows + 2) * stride;
        if (cells.length < size) {
            cells = new byte[size];
            marks = new byte[size];
            bridged = new byte[size];
        }
        byte above = from == 0 ? edge : BEYOND;
        byte below = to == height ? edge : BEYOND;
        for (int x = 0; x < stride; x++) {
            cells[x] = above;
            cells[(rows + 1) * stride + x] = below;
        }
        for (int row = 0; row < rows; row++) {
            int at = (row + 1) * stride;
            cells[at] = edge;
            cells[at + stride - 1] = edge;
            System.arraycopy(labels, (from + row) * width, cells, at + 1, width);
        }
    }

    /** Copies all rows back; returns how many cells are other than they were. */
    long store(byte[] labels) {
        long changed = 0;
        for (int row = 0; row < rows; row++) {
            int from = (row + 1) * stride + 1;
            int to = (top + row) * width;
            for (int x = 0; x < width; x++) {
                changed += labels[to + x] == cells[from + x] ? 0 : 1;
            }
            System.arraycopy(cells, from, labels, to, width);
        }
        return changed;
    }

    int rows() {
        return rows;
    }

    /** The index in the window of the first cell of a row of the map. */
    int start(int y) {
        return (y - top + 1) * stride + 1;
    }

    /** The index in the map of a cell of the window. */
    int mapIndex(int cell) {
        int row = cell / stride;
        return (top + row - 1) * width + cell - row * stride - 1;
    }
}
