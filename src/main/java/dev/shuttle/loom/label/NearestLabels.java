package dev.shuttle.loom.label;

import dev.shuttle.loom.colour.ColourHistogram;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;

/** Every pixel to the colour nearest to its own, without looking at its neighbours. */
public final class NearestLabels {
    /** Set in the label of a pixel whose colour is not that of the label, to the eye. */
    public static final int IMPURE = 0x80;

    private static final int BINS = 1 << 18;

    private NearestLabels() {}

    /** One byte a pixel, {@link #IMPURE} set or not. */
    public static byte[] of(Picture picture, ColourCosts costs, RowBands bands) {
        byte[] byBin = new byte[BINS];
        bands.run(BINS, BINS / 16, (from, to) -> costs.nearest(byBin, from, to));
        int width = picture.width();
        byte[] bgr = picture.bgr();
        byte[] labels = new byte[width * picture.height()];
        bands.run(picture.height(), 64, (from, to) -> {
            for (int i = from * width, p = 3 * i; i < to * width; i++, p += 3) {
                int rgb = (bgr[p + 2] & 255) << 16 | (bgr[p + 1] & 255) << 8 | (bgr[p] & 255);
                labels[i] = byBin[ColourHistogram.bin(rgb)];
            }
        });
        return labels;
    }
}
