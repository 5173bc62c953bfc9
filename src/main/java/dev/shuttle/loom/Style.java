package dev.shuttle.loom;

/**
 * The tone a picture gets before its colours are counted.
 *
 * @param contrast factor on the local contrast of lightness, 1 leaves it, 0.2 to 4
 * @param saturation factor on chroma, 1 leaves it, 0 to 4
 * @param smoothing reach of the edge-preserving smoothing in pixels of the grid, 0 is off, to 64
 * @param edges whether soft edges are sharpened and fine lines deepened
 */
public record Style(double contrast, double saturation, int smoothing, boolean edges) {
    /** The picture as it is. */
    public static final Style NONE = new Style(1, 1, 0, false);

    public Style {
        if (!(contrast >= 0.2 && contrast <= 4)) {
            throw new IllegalArgumentException("contrast is 0.2 to 4, not " + contrast);
        }
        if (!(saturation >= 0 && saturation <= 4)) {
            throw new IllegalArgumentException("saturation is 0 to 4, not " + saturation);
        }
        if (smoothing < 0 || smoothing > 64) {
            throw new IllegalArgumentException("smoothing is 0 to 64, not " + smoothing);
        }
    }

    /** Whether the picture stays as it is. */
    public boolean changesNothing() {
        return contrast == 1 && saturation == 1 && smoothing == 0 && !edges;
    }
}
