package dev.shuttle.loom.label;

import dev.shuttle.loom.colour.ColourHistogram;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;

/**
 * Counts a picture's colours for the palette. A pixel on the ramp between two flat colours (anti-aliasing) counts
 * hardly at all: it is a mixture of colours that are there already, not one of its own.
 */
public final class FlatColours {
    private static final int MOST_SAMPLES = 4_000_000;
    private static final int FLAT = 16;

    private FlatColours() {}

    /** The histogram of the picture; of one of many pixels, of every n-th row. */
    public static ColourHistogram of(Picture picture, RowBands bands) {
        ColourHistogram all = new ColourHistogram();
        long pixels = (long) picture.width() * picture.height();
        int stride = (int) Math.max(1, Math.min(picture.height() / 256, pixels / MOST_SAMPLES));
        int sampled = (picture.height() + stride - 1) / stride;
        int bandRows = (sampled + bands.threads() - 1) / bands.threads();
        bands.run(sampled, bandRows, (from, to) -> {
            ColourHistogram part = new ColourHistogram();
            RampFinder ramps = new RampFinder(picture);
            for (int row = from; row < to; row++) {
                int y = row * stride;
                ramps.moveTo(y);
                for (int x = 0; x < picture.width(); x++) {
                    part.add(ramps.colour(x), ramps.isRamp(x) ? 1 : FLAT);
                }
            }
            all.add(part);
        });
        return all;
    }
}
