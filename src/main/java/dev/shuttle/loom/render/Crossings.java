package dev.shuttle.loom.render;

/** The crossings of one row of a cloth's side, each with how far the thread that shows goes on from it. */
final class Crossings {
    private static final int REACH = 3;
    private static final int COLOUR = 127;
    private static final int WARP = 128;
    private static final int BEFORE = 256;
    private static final int AFTER = 512;
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

    /** Reads a row, unless it is the one that was read last. */
    void read(int wanted) {
        if (row != wanted) {
            row = wanted;
            for (int column = 0; column < crossings.length; column++) {
                crossings[column] = crossing(left + column);
            }
        }
    }

    private int crossing(int column) {
        boolean warp = side.isWarp(column, row);
        int dx = warp ? 0 : 1;
        int dy = warp ? 1 : 0;
        int before = alike(column, -dx, -dy);
        int after = alike(column, dx, dy);
        return side.colour(column, row)
                | (warp ? WARP : 0)
                | (before > 0 ? BEFORE : 0)
                | (after > 0 ? AFTER : 0)
                | (before + after) << LENGTH;
    }

    /** Over how many crossings, at most {@link #REACH}, the thread goes on in a direction. */
    private int alike(int column, int dx, int dy) {
        int step = 1;
        while (step <= REACH && side.isAlike(column, row, column + step * dx, row + step * dy)) {
            step++;
        }
        return step - 1;
    }

    boolean isWarp(int column) {
        return (crossings[column] & WARP) != 0;
    }

    int colour(int column) {
        return crossings[column] & COLOUR;
    }

    boolean goesOnBefore(int column) {
        return (crossings[column] & BEFORE) != 0;
    }

    boolean goesOnAfter(int column) {
        return (crossings[column] & AFTER) != 0;
    }

    /** How long the float goes on round a crossing, 0 to 1. */
    float length(int column) {
        return (crossings[column] >> LENGTH) / (2f * REACH);
    }
}
