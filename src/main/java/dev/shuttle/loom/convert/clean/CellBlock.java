package dev.shuttle.loom.convert.clean;

/**
 * Eight by eight cells of a window, one bit each, column after column: a region that lies within is followed by a few
 * operations on all of its cells at once.
 */
final class CellBlock {
    /** From the block's first cell, which is on its rim, to the one in the middle. */
    static final int MIDDLE = 3;

    private static final int SIDE = 8;
    private static final long ONES = 0x0101010101010101L;
    private static final long TOP = ONES;
    private static final long BOTTOM = ONES << 7;
    /** What goes on here may go on outside. */
    private static final long RIM = TOP | BOTTOM | 0xffL | 0xffL << 56;

    /** The four around the one in the middle. */
    static final long BESIDE_MIDDLE =
            bit(MIDDLE - 1, MIDDLE) | bit(MIDDLE + 1, MIDDLE) | bit(MIDDLE, MIDDLE - 1) | bit(MIDDLE, MIDDLE + 1);

    private CellBlock() {}

    /** The cells of a label in the block whose first cell, above and left of all others, is {@code corner}. */
    static long alike(CleaningWindow window, int corner, byte label) {
        long all = label * ONES;
        long others = 0;
        int at = corner;
        for (int row = 0; row < SIDE; row++) {
            others |= CleaningWindow.differing(window.eight(at) ^ all) >>> (SIDE - 1 - row);
            at += window.stride;
        }
        return ~others;
    }

    /** The bit of a cell so many columns and rows from the first. */
    static long bit(int right, int down) {
        return 1L << (SIDE * right + down);
    }

    /** The cells of {@code alike} that hang together with {@code start}: all in the block, or {@code enough}. */
    static long region(long start, long alike, int enough) {
        long region = start;
        long wider = wider(region) & alike;
        while (wider != region && Long.bitCount(wider) < enough) {
            region = wider;
            wider = wider(region) & alike;
        }
        return wider;
    }

    private static long wider(long cells) {
        return cells | cells << SIDE | cells >>> SIDE | (cells << 1 & ~TOP) | (cells >>> 1 & ~BOTTOM);
    }

    static boolean isOnRim(long cells) {
        return (cells & RIM) != 0;
    }

    /** Where in a window the first of the cells of a block is. */
    static int cell(long cells, int corner, int stride) {
        int bit = Long.numberOfTrailingZeros(cells);
        return corner + bit / SIDE + bit % SIDE * stride;
    }

    /** Writes where in a window the cells of a block are; returns how many. */
    static int write(long cells, int corner, int stride, int[] to) {
        int count = 0;
        for (long left = cells; left != 0; left &= left - 1) {
            to[count++] = cell(left, corner, stride);
        }
        return count;
    }
}
