package dev.shuttle.loom.convert.grid;

/** What counts as a line: how clearly it must stand out from both its sides, and how far it must go. */
public enum LineKind {
    /** Drawn: every line is meant. */
    DRAWN(StrokePixels.LEAST_CONTRAST, 3, 0, 14, 8, 0),
    /** In a photograph, where texture looks like lines: long and clear ones. */
    SEEN(30, 10, 1, 26, 12, 44);

    private final float contrast;
    private final double length;
    private final double ground;

    private final int ridge;
    private final int cells;
    private final int levels;

    LineKind(float contrast, double length, double ground, int ridge, int cells, int levels) {
        this.contrast = contrast;
        this.length = length;
        this.ground = ground;
        this.ridge = ridge;
        this.cells = cells;
        this.levels = levels;
    }

    /** The least difference from each side. */
    float contrast() {
        return contrast;
    }

    /** The least width and height together, in cells. */
    double length() {
        return length;
    }

    /** How wide the ground on each side must be, in cells: in less, lines a yarn thick would grow together. */
    double ground() {
        return ground;
    }

    /** Levels by which each cell of a line differs from what its sides would make of it. */
    int ridge() {
        return ridge;
    }

    /** The fewest cells by which a line is recognized. */
    int cells() {
        return cells;
    }

    /** Levels by which they differ on average, at least. */
    int levels() {
        return levels;
    }
}
