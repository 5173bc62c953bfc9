package dev.shuttle.loom.convert.clean;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A copy of some rows of a label map with a frame around it, so that neighbours can be looked at without asking where
 * the map ends: {@link #OUTSIDE} beyond the map, {@link #BEYOND} where the map goes on outside the window.
 */
final class CleaningWindow {
    static final byte OUTSIDE = -1;
    static final byte BEYOND = -2;
    /** So many cells are looked at in one go. */
    static final int EIGHT = 8;

    private static final long EVERY = 0x8080808080808080L;

    private final int width;
    private final int height;
    private final byte edge;
    private final boolean openBorder;
    private final KeptLabels kept;
    private final int shift;
    private final long reciprocal;
    /** Cells from one row of the window to the next. */
    final int stride;
    /** Labels, frame included. */
    byte[] cells = new byte[0];
    /** What is known of each cell; see the bits of {@link RegionFlood}. */
    byte[] marks = new byte[0];

    /** The labels, eight at a time, the first in the lowest byte. */
    private ByteBuffer eight = ByteBuffer.wrap(cells);

    private int lastBlock;
    private int top;
    private int rows;

    CleaningWindow(int width, int height, boolean openBorder) {
        this(width, height, openBorder, KeptLabels.NONE);
    }

    CleaningWindow(int width, int height, boolean openBorder, KeptLabels kept) {
        this.kept = kept;
        this.edge = openBorder ? BEYOND : OUTSIDE;
        this.openBorder = openBorder;
        this.width = width;
        this.height = height;
        this.stride = width + 2;
        this.shift = 63 - Integer.numberOfLeadingZeros(width + 1);
        this.reciprocal = (1L << shift) / stride + 1;
    }

    /** Copies the rows {@code from} to {@code to}. */
    void load(byte[] labels, int from, int to) {
        top = from;
        rows = to - from;
        int size = (rows + 2) * stride;
        lastBlock = openBorder ? 0 : size - (EIGHT + 1) * stride - EIGHT;
        if (cells.length < size + EIGHT) {
            cells = new byte[size + EIGHT];
            marks = new byte[size];
            eight = ByteBuffer.wrap(cells).order(ByteOrder.LITTLE_ENDIAN);
        } else {
            Arrays.fill(marks, 0, size, (byte) 0);
        }
        Arrays.fill(cells, 0, stride, from == 0 ? edge : BEYOND);
        Arrays.fill(cells, size - stride, size, to == height ? edge : BEYOND);
        for (int row = 0; row < rows; row++) {
            int at = (row + 1) * stride;
            cells[at] = edge;
            cells[at + stride - 1] = edge;
            System.arraycopy(labels, (from + row) * width, cells, at + 1, width);
        }
    }

    /** Copies all rows back; returns how many cells are other than they were. */
    long store(byte[] labels) {
        ByteBuffer before = ByteBuffer.wrap(labels).order(ByteOrder.LITTLE_ENDIAN);
        long changed = 0;
        for (int row = 0; row < rows; row++) {
            int from = (row + 1) * stride + 1;
            int to = (top + row) * width;
            changed += different(before, to, from);
            System.arraycopy(cells, from, labels, to, width);
        }
        return changed;
    }

    private int different(ByteBuffer before, int to, int from) {
        int different = 0;
        int x = 0;
        for (; x + EIGHT <= width; x += EIGHT) {
            different += Long.bitCount(differing(before.getLong(to + x) ^ eight(from + x)));
        }
        for (; x < width; x++) {
            different += before.get(to + x) == cells[from + x] ? 0 : 1;
        }
        return different;
    }

    /** The highest bit of every byte that is not 0. */
    static long differing(long bytes) {
        return (((bytes & ~EVERY) + ~EVERY) | bytes) & EVERY;
    }

    /** Whether a cell has a label that no cell loses. */
    boolean isKept(int cell) {
        return kept.has(cells[cell]);
    }

    int height() {
        return height;
    }

    int rows() {
        return rows;
    }

    /** The labels of eight cells from {@code cell} on, the first in the lowest byte. */
    long eight(int cell) {
        return eight.getLong(cell);
    }

    /** Whether a block of cells begins there that ends before the frame below, and has nothing of the one above. */
    boolean hasBlock(int corner) {
        return corner >= stride && corner <= lastBlock;
    }

    /** The index in the window of the first cell of a row of the map. */
    int start(int y) {
        return (y - top + 1) * stride + 1;
    }

    /** The index in the map of a cell of the window. */
    int mapIndex(int cell) {
        int row = (int) ((cell * reciprocal) >>> shift); // cell / stride, for every positive int
        return (top + row - 1) * width + cell - row * stride - 1;
    }
}
