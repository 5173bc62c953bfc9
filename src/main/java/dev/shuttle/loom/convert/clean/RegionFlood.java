package dev.shuttle.loom.convert.clean;

/** The region of a cell, followed until it turns out to be large. */
final class RegionFlood {
    /** Of a cell's mark: it belongs to the region at hand. */
    static final int HERE = 1;
    /** It has been turned to join two regions. */
    private static final int BRIDGED = 2;

    private final CleaningWindow window;
    private final int minimum;
    private final int stride;
    private byte[] labels = new byte[0];
    private byte[] marks = new byte[0];
    /** The cells of the region at hand; more than {@link #size} where it is large. */
    final int[] cells;

    private int size;
    /** The cell whose neighbours were looked at last. */
    private int last;

    RegionFlood(CleaningWindow window, int minimum) {
        this.window = window;
        this.minimum = minimum;
        this.stride = window.stride;
        this.cells = new int[minimum + 5];
    }

    /** To be called when the window has been loaded. */
    void begin() {
        labels = window.cells;
        marks = window.marks;
    }

    /** Cells of the region at hand. */
    int size() {
        return size;
    }

    /**
     * Whether the region of {@code cell} has fewer cells than the minimum; if so it becomes the one at hand. One that
     * leaves the window counts as large.
     */
    boolean isSmallAt(int cell) {
        return isSmallAt(cell, CellBlock.MIDDLE);
    }

    /** The same for a cell that most likely has nothing of its region above it. */
    boolean isSmallBelow(int cell) {
        return isSmallAt(cell, 1);
    }

    /** Whether a cell is a region of its own, inside the window; if so it becomes the one at hand. */
    boolean isAlone(int cell) {
        return !hasAlikeBeside(cell) && isInsideAlone(cell);
    }

    private boolean isSmallAt(int cell, int down) {
        return hasAlikeBeside(cell) ? isSmallWithOthers(cell, down, labels[cell]) : isInsideAlone(cell);
    }

    private boolean hasAlikeBeside(int cell) {
        byte label = labels[cell];
        return labels[cell - stride] == label
                || labels[cell - 1] == label
                || labels[cell + 1] == label
                || labels[cell + stride] == label;
    }

    private boolean isInsideAlone(int cell) {
        cells[0] = cell;
        size = 1;
        last = cell;
        return !isBesideBeyond(cell);
    }

    private boolean isBesideBeyond(int cell) {
        byte beyond = CleaningWindow.BEYOND;
        return labels[cell - stride] == beyond
                || labels[cell - 1] == beyond
                || labels[cell + 1] == beyond
                || labels[cell + stride] == beyond;
    }

    /** Within a block of cells all at once; a region that may go on outside it is followed cell by cell. */
    private boolean isSmallWithOthers(int cell, int down, byte label) {
        int corner = cell - down * stride - CellBlock.MIDDLE;
        if (!window.hasBlock(corner)) {
            return flood(cell);
        }
        long alike = CellBlock.alike(window, corner, label);
        long region = CellBlock.region(CellBlock.bit(CellBlock.MIDDLE, down), alike, minimum);
        if (Long.bitCount(region) >= minimum) {
            size = minimum;
            return false;
        }
        if (CellBlock.isOnRim(region)) {
            return flood(cell);
        }
        size = CellBlock.write(region, corner, stride, cells);
        return true;
    }

    /** Whether the region at hand, not found to be small, may only have left the window. */
    boolean ranOut() {
        return size < minimum && isBesideBeyond(last);
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

    /** Marks the region's cells as {@link #HERE}, or takes the mark off again. */
    void toggleHere() {
        for (int i = 0; i < size; i++) {
            marks[cells[i]] ^= HERE;
        }
    }

    /** No cell is a bridge twice. */
    void bridge(int cell) {
        marks[cell] |= BRIDGED;
    }

    boolean isBridge(int cell) {
        return (marks[cell] & BRIDGED) != 0;
    }

    /** Cell by cell, as far as the window goes. */
    private boolean flood(int start) {
        byte label = labels[start];
        size = 0;
        last = start;
        boolean open = look(start, label);
        for (int next = 0; open && next < size && size < minimum; next++) {
            int cell = cells[next];
            last = cell;
            open = look(cell - stride, label)
                    && look(cell - 1, label)
                    && look(cell + 1, label)
                    && look(cell + stride, label);
        }
        toggleHere();
        return open && size < minimum;
    }

    /**
     * Takes a cell of the label that is new; false where it shows that the region is not small. What is usual goes
     * without a branch: at the edges of small regions no processor guesses right.
     */
    private boolean look(int cell, byte label) {
        int other = labels[cell];
        int mark = marks[cell];
        int taken = isZero(other ^ label) & ~mark;
        cells[size] = cell;
        size += taken;
        marks[cell] = (byte) (mark | taken); // HERE is 1
        return other != CleaningWindow.BEYOND;
    }

    private static int isZero(int value) {
        return ((value | -value) >>> 31) ^ 1;
    }
}
