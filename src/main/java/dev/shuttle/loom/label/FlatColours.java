package dev.shuttle.loom.label;

import dev.shuttle.loom.colour.ColourHistogram;
import dev.shuttle.loom.colour.ExactColours;
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
    /** What a flat pixel of artwork counts, where another counts one. */
    private static final int FLAT_WEIGHT = 64;

    private final ColourHistogram flat = new ColourHistogram();
    private final ExactColours exact = new ExactColours();
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
                int inwards = row == 0 ? 1 : row * stride == picture.height() - 1 ? -1 : 0;
                part.count(rows, picture.width(), inwards);
            }
            all.add(part);
        });
        return all.weighed();
    }

    /** {@code inwards} is where the picture goes on from a row at its border, 0 for other rows. */
    private void count(PixelRows rows, int width, int inwards) {
        for (int x = 0; x < width; x++) {
            int colour = rows.colour(x, 0);
            int aside = x == 0 ? 1 : x == width - 1 ? -1 : 0;
            if ((aside | inwards) != 0 && !Ramps.isSame(colour, rows.colour(x + aside, inwards))) {
                ramps.add(colour, 1); // mixed with what lies outside
            } else if (Ramps.isFlat(rows, x)) {
                flat.add(colour, 1);
                exact.add(colour, 1);
            } else if (Ramps.isRamp(rows, x)) {
                ramps.add(colour, 1);
            } else {
                rough.add(colour, 1);
            }
        }
    }

    private synchronized void add(FlatColours part) {
        flat.add(part.flat, 1);
        exact.add(part.exact);
        rough.add(part.rough, 1);
        ramps.add(part.ramps, 1);
    }

    private ColourHistogram weighed() {
        long flatPixels = flat.total();
        long all = flatPixels + rough.total() + ramps.total();
        boolean artwork = flatPixels > ARTWORK * all;
        ColourHistogram weighed = new ColourHistogram();
        if (artwork && !exact.areTooMany()) {
            weighed.add(exact, FLAT_WEIGHT);
        } else {
            weighed.add(flat, artwork ? FLAT_WEIGHT : 1);
        }
        weighed.add(rough, 1);
        weighed.add(ramps, artwork ? 0 : 1);
        return weighed;
    }
}
