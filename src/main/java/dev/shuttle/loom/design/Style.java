package dev.shuttle.loom.design;

/**
 * How a picture is drawn for the loom: the tone it gets before its colours are counted, and what counts in it.
 *
 * @param contrast factor on the local contrast of lightness, 1 leaves it, 0.2 to 4
 * @param saturation factor on chroma, 1 leaves it, 0 to 4
 * @param smoothing reach of the edge-preserving smoothing in cells of the grid, 0 is off, to 64
 * @param edges whether soft edges are sharpened
 * @param oneHue whether all colours are brought to the picture's strongest hue, as in cloth of one warp and one weft
 * @param redrawn whether lines thinner than a yarn are kept as lines, one yarn thick, and rare colours count for
 *     more than their area
 */
public record Style(double contrast, double saturation, int smoothing, boolean edges, boolean oneHue, boolean redrawn) {
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

    /** A tone alone. */
    public Style(double contrast, double saturation, int smoothing, boolean edges) {
        this(contrast, saturation, smoothing, edges, false, false);
    }

    /** Without the tone: for a picture that has it already. */
    public Style withoutTone() {
        return new Style(1, 1, 0, false, false, redrawn);
    }

    /** Whether what comes of it has one hue at most. */
    public boolean isOfOneHue() {
        return saturation == 0 || oneHue;
    }

    /** Whether there is no tone to give. */
    public boolean isToneless() {
        return contrast == 1 && saturation == 1 && smoothing == 0 && !edges && !oneHue;
    }
}
