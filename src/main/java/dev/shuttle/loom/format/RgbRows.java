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
        for (int i = 0; i < 3 * width; i += 3) {
            for (int channel = 0; channel < 3; channel++) {
                int place = from + i + 2 - channel;
                out[at + 1 + i + channel] = (byte) (bgr[place] - (less ? bgr[place - 3 * width] : 0));
            }
        }
    }
}
