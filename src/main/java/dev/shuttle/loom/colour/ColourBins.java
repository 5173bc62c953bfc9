package dev.shuttle.loom.colour;

/** The places in the perceptual space of all colours at 6 bits a channel (the bins of a histogram, by their centres). */
public final class ColourBins {
    private static final float[] PLACES = places();

    private ColourBins() {}

    /** Three floats a bin; shared, not to be written to. */
    public static float[] shared() {
        return PLACES;
    }

    private static float[] places() {
        float[] places = new float[3 * ColourHistogram.BINS];
        for (int bin = 0; bin < ColourHistogram.BINS; bin++) {
            PerceptualSpace.write(
                    (bin >> 12) * 4 + 1.5f, (bin >> 6 & 63) * 4 + 1.5f, (bin & 63) * 4 + 1.5f, places, 3 * bin);
        }
        return places;
    }
}
