package dev.shuttle.loom.render;

/** The crossings of one row of a cloth's side, each with how far the yarn that shows goes on from it. */
final class Crossings {
    private static final int REACH = 3;
    /** How far a float goes on at most, as far as is looked. */
    static final int LONGEST = 2 * REACH;

    private static final int COLOUR = 127;
    private static final int WARP = 128;
    private static final int BEFORE = 8;
    private static final int LENGTH = 10;

    private final ClothSide side;
    private final int left;
    private final int[] crossings;
    private int row = -1;

    Crossings(ClothSide side, int left, int columns) {
        this.side = side;
        this.left = left;
        this.crossings = new int[columns];
    }

    /** What is kept of a crossing. */
    static int of(int colour, boolean warp, int before, int after) {
        return colour
                | (warp ? WARP : 0)
                | (before > 0 ? 1 << BEFORE : 0)
                | (after > 0 ? 2 << BEFORE : 0)
                | (before + after) << LENGTH;
    }

    /** Reads a row, unless it is the one that was read last. */
    int[] read(int wanted) {
        if (row != wanted) {
            row = wanted;
            side.crossings(row, left, REACH, crossings);
        }
        return crossings;
    }

    static boolean isWarp(int crossing) {
        return (crossing & WARP) != 0;
    }

    static int colour(int crossing) {
        return crossing & COLOUR;
    }

    /** Whether the yarn goes on before and after a crossing, 0 to 3. */
    static int goesOn(int crossing) {
        return crossing >> BEFORE & 3;
    }

    static boolean goesOnBefore(int goes) {
        return (goes & 1) != 0;
    }

    static boolean goesOnAfter(int goes) {
        return (goes & 2) != 0;
    }

    /** How far the float goes on round a crossing, 0 to {@link #LONGEST}. */
    static int length(int crossing) {
        return crossing >> LENGTH;
    }
}
