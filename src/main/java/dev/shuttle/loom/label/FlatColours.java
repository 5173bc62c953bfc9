package dev.shuttle.loom.label;

import dev.shuttle.loom.colour.ColourHistogram;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;

/**
 * Counts a picture's colours for the palette. In artwork, which mostly consists of flat areas, what is not flat hardly
 * counts and ramps between two areas (anti-aliasing) count not at all: they are mixtures of colours that are there
 * already. In photographs every pixel counts the same.
 */
public final class FlatColours {
    private static final int MOST_SAMPLES = 2_000_000;
    /** A picture with more than this share of flat pixels is taken as artwork. */
    private static final double ARTWORK = 0.6;

    private final ColourHistogram flat = new ColourHistogram();
    private final ColourHistogram rough = new ColourHistogram();
    private final ColourHistogram ramps = new ColourHistogram();

    private FlatColours() {}

    /** The histogram of the picture; of one of many pixels, of every n-th row. */
    public static ColourHistogram of(Picture picture, RowBands bands) {
        FlatColours all = new FlatColours();
        long pixels = (long) picture.width() * picture.height();
        int stride = (int) Math.max(1, Math.min(picture.height() / 256, pixels / MOST_SAMPLES));
        int sampled = (picture.height() + stride - 1) / stride;
        int bandRows = (sampled + bands.threads() - 1) / bands.threads();
        bands.run(sampled, bandRows, (from, to) -> {
            FlatColours part = new FlatColours();
            PixelRows rows = new PixelRows(picture, 1);
            for (int row = from; row < to; row++) {
                rows.moveTo(row * stride);
                part.count(rows, picture.width());
            }
            all.add(part);
        });
        return all.weighed();
    }

    private void count(PixelRows rows, int width) {
        for (int x = 0; x < width; x++) {
            int colour = rows.colour(x, 0);
            if (Ramps.isFlat(rows, x)) {
                flat.add(colour, 1);
            } else if (Ramps.isRamp(rows, x)) {
                ramps.add(colour, 1);
            } else {
                rough.add(colour, 1);
            }
        }
    }

    private synchronized void add(FlatColours part) {
        flat.add(part.flat, 1);
        rough.add(part.rough, 1);
        ramps.add(part.ramps, 1);
    }

    private ColourHistogram weighed() {
        long flatPixels = flat.total();
        long all = flatPixels + rough.total() + ramps.total();
        boolean artwork = flatPixels > ARTWORK * all;
        ColourHistogram weighed = new ColourHistogram();
        weighed.add(flat, artwork ? 64 : 1);
        weighed.add(rough, 1);
        weighed.add(ramps, artwork ? 0 : 1);
        return weighed;
    }
}
