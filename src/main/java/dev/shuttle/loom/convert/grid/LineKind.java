package dev.shuttle.loom.convert.grid;

/** What counts as a line: how clearly it must stand out from both its sides, and how far it must go. */
public enum LineKind {
    /** Drawn: every line is meant. */
    DRAWN(StrokePixels.LEAST_CONTRAST, 3, 0),
    /** In a photograph, where texture looks like lines: long and clear ones. */
    SEEN(30, 10, 1);

    private final float contrast;
    private final double length;
    private final double ground;

    LineKind(float contrast, double length, double ground) {
        this.contrast = contrast;
        this.length = length;
        this.ground = ground;
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
}
