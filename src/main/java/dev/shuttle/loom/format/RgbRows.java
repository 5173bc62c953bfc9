package dev.shuttle.loom.format;

/**
 * Rows of a picture as PNG has them: a filter's number, then red, green, blue, as they are or each less what lies above it
 * (filters 0 and 2 of the PNG specification, chapter 9).
 */
final class RgbRows {
    private static final int UP = 2;

    private final byte[] bgr;
    private final int width;
    private final boolean lessAbove;

    /** @param bgr rows of blue, green, red */
    RgbRows(byte[] bgr, int width, boolean lessAbove) {
        this.bgr = bgr;
        this.width = width;
        this.lessAbove = lessAbove;
    }

    /** Of a row, its filter's number among them. */
    int bytes() {
        return 3 * width + 1;
    }

    /** Puts a row into {@code out}. */
    void copy(int row, byte[] out, int at) {
        int from = row * 3 * width;
        boolean less = lessAbove && row > 0;
        out[at] = (byte) (less ? UP : 0);
        int to = at + 1;
        if (less) {
            int above = from - 3 * width;
            for (int i = 0; i < 3 * width; i += 3) {
                out[to + i] = (byte) (bgr[from + i + 2] - bgr[above + i + 2]);
                out[to + i + 1] = (byte) (bgr[from + i + 1] - bgr[above + i + 1]);
                out[to + i + 2] = (byte) (bgr[from + i] - bgr[above + i]);
            }
        } else {
            for (int i = 0; i < 3 * width; i += 3) {
                out[to + i] = bgr[from + i + 2];
                out[to + i + 1] = bgr[from + i + 1];
                out[to + i + 2] = bgr[from + i];
            }
        }
    }
}
