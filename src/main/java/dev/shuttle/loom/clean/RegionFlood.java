package dev.shuttle.loom.clean;

/** The region of a cell, followed until it turns out to be large. */
final class RegionFlood {
    /** Of a cell's mark: it belongs to the region at hand. */
    static final int HERE = 1;
    /** Its region has been found not to be small, and stays so unless a bridge cuts through it. */
    private static final int LARGE = 2;
    /** It has been turned to join two regions. */
    private static final int BRIDGED = 4;

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
        last = cell;
        byte beyond = CleaningWindow.BEYOND;
        return above != beyond && before != beyond && after != beyond && below != beyond;
    }

    /** The same whatever was known of its cells before. */
    boolean isSmallAgainAt(int cell) {
        return flood(cell, 0);
    }

    /** Whether the region at hand, not found to be small, may only have left the window. */
    boolean ranOut() {
        byte beyond = CleaningWindow.BEYOND;
        return size < minimum
                && (labels[last - stride] == beyond
                        || labels[last - 1] == beyond
                        || labels[last + 1] == beyond
                        || labels[last + stride] == beyond);
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
        toggle(HERE);
    }

    /** No cell is a bridge twice. */
    void bridge(int cell) {
        marks[cell] = (byte) ((marks[cell] & ~LARGE) | BRIDGED);
    }

    boolean isBridge(int cell) {
        return (marks[cell] & BRIDGED) != 0;
    }

    /** Cells with a mark of {@code known} answer for the region. */
    private boolean flood(int start, int known) {
        byte label = labels[start];
        size = 0;
        last = start;
        boolean open = look(start, label, known);
        for (int next = 0; open && next < size && size < minimum; next++) {
            int cell = cells[next];
            last = cell;
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
}
