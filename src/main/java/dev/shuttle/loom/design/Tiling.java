package dev.shuttle.loom.design;

/**
 * How tiles of one point paper lie on the cloth, the first with its upper left corner at column 0, row 0.
 *
 * @param width of a tile, ends
 * @param height of a tile, lines
 */
public record Tiling(int width, int height, Repeat repeat) {
    /** How much lower each column of tiles is than the one to its left. */
    public int drop() {
        return repeat.drops() == 1 ? 0 : height / repeat.drops();
    }

    /** How much further right each row of tiles is than the one above it. */
    public int shift() {
        return repeat.bricks() == 1 ? 0 : width / repeat.bricks();
    }

    /** Ends until the cloth comes again straight across. */
    public int ends() {
        return repeat.widths() * width;
    }

    /** Lines until the cloth comes again straight down. */
    public int lines() {
        return repeat.heights() * height;
    }

    /** The index in the tile of what shows at column {@code x} and row {@code y} of the cloth. */
    public int cell(int x, int y) {
        int shifted = shift() == 0 ? x : x - Math.floorDiv(y, height) * shift();
        int column = Math.floorDiv(shifted, width);
        int across = Math.floorMod(shifted, width);
        int dropped = y - column * drop();
        int row = Math.floorDiv(dropped, height);
        int down = Math.floorMod(dropped, height);
        across = repeat.isOver(column) ? width - 1 - across : across;
        down = repeat.isUpsideDown(column, row) ? height - 1 - down : down;
        return down * width + across;
    }

    /** Whether the tile that lies there is turned over from left to right. */
    public boolean isOver(int column) {
        return repeat.isOver(column);
    }

    /** Whether it is turned upside down. */
    public boolean isUpsideDown(int column, int row) {
        return repeat.isUpsideDown(column, row);
    }
}
