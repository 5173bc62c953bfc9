package dev.shuttle.emulator.picture;

/** Pixels as 0xRRGGBB. */
final class Rgb {
    private Rgb() {}

    static int red(int pixel) {
        return (pixel >> 16) & 0xff;
    }

    static int green(int pixel) {
        return (pixel >> 8) & 0xff;
    }

    static int blue(int pixel) {
        return pixel & 0xff;
    }

    static int of(int red, int green, int blue) {
        return (red << 16) | (green << 8) | blue;
    }

    /** Rec. 601 luma, 0-255. */
    static int luma(int pixel) {
        return (299 * red(pixel) + 587 * green(pixel) + 114 * blue(pixel)) / 1000;
    }

    /** This many 256ths of the second, the rest of the first; each 0-255. */
    static int mixed(int first, int second, int share) {
        return (first * (256 - share) + second * share + 128) / 256;
    }
}
