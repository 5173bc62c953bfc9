package dev.shuttle.loom.design;

/**
 * How a tile lies on the cloth: which of its cells shows at a place of the cloth, any distance away.
 *
 * @param width of the tile in cells
 * @param height likewise
 * @param drop rows by which a tile lies lower than the one to its left, less than the height
 * @param mirrored whether every second tile, each way, is turned over
 */
public record Tiling(int width, int height, int drop, boolean mirrored) {
    /** Side by side and one below the other. */
    public static Tiling straight(int width, int height) {
        return new Tiling(width, height, 0, false);
    }

    /** Every column of tiles is lower than the one to its left by half the height, which must be even. */
    public static Tiling halfDrop(int width, int height) {
        return new Tiling(width, height, height / 2, false);
    }

    /** Turned over at every seam. */
    public static Tiling mirror(int width, int height) {
        return new Tiling(width, height, 0, true);
    }

    /** The index in the tile of what shows at column {@code x} and row {@code y} of the cloth. */
    public int cell(int x, int y) {
        int column = Math.floorDiv(x, width);
        int across = Math.floorMod(x, width);
        int dropped = y - column * drop;
        int row = Math.floorDiv(dropped, height);
        int down = Math.floorMod(dropped, height);
        if (mirrored) {
            across = (column & 1) == 0 ? across : width - 1 - across;
            down = (row & 1) == 0 ? down : height - 1 - down;
        }
        return down * width + across;
    }
}
