package dev.shuttle.loom.convert.label;

import dev.shuttle.loom.colour.ColourHistogram;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Every pixel to the colour nearest to its own, without looking at its neighbours. */
public final class NearestLabels {
    /** Set in the label of a pixel whose colour is not that of the label, to the eye. */
    public static final int IMPURE = 0x80;

    private static final int BINS = 1 << 18;

    private final byte[] labels;
    private final double plainShare;
    private final boolean exact;

    private NearestLabels(byte[] labels, double plainShare, boolean exact) {
        this.labels = labels;
        this.plainShare = plainShare;
        this.exact = exact;
    }

    /** One byte a pixel, {@link #IMPURE} set or not. */
    public static NearestLabels of(Picture picture, ColourCosts costs, RowBands bands) {
        byte[] byBin = nearest(picture, costs, bands);
        int width = picture.width();
        byte[] bgr = picture.bgr();
        byte[] labels = new byte[width * picture.height()];
        boolean[] ambiguous = new boolean[costs.size()];
        for (int label = 0; label < ambiguous.length; label++) {
            ambiguous[label] = costs.isAmbiguous(label);
        }
        AtomicLong plain = new AtomicLong();
        AtomicBoolean exact = new AtomicBoolean(true);
        bands.run(picture.height(), 64, (from, to) -> {
            int repeated = 0;
            int before = -1;
            boolean own = true;
            for (int i = from * width, p = 3 * i; i < to * width; i++, p += 3) {
                int rgb = (bgr[p + 2] & 255) << 16 | (bgr[p + 1] & 255) << 8 | (bgr[p] & 255);
                byte label = byBin[ColourHistogram.bin(rgb)];
                if (ambiguous[label & 0x7f]) {
                    label = rgb == before
                            ? labels[i - 1]
                            : (byte) (costs.nearestAlike(rgb, label & 0x7f) | (label & IMPURE));
                }
                labels[i] = label;
                repeated += rgb == before ? 1 : 0;
                own &= rgb == before || rgb == costs.packed(label & 0x7f);
                before = rgb;
            }
            plain.addAndGet(repeated);
            if (!own) {
                exact.set(false);
            }
        });
        return new NearestLabels(labels, plain.get() / (double) labels.length, exact.get());
    }

    /** The label of every bin that the picture may show; of a small picture only of those it does show. */
    private static byte[] nearest(Picture picture, ColourCosts costs, RowBands bands) {
        byte[] byBin = new byte[BINS];
        byte[] bgr = picture.bgr();
        if (bgr.length / 3 > BINS / 4) {
            bands.run(BINS, BINS / 16, (from, to) -> costs.nearest(byBin, from, to));
            return byBin;
        }
        boolean[] known = new boolean[BINS];
        for (int p = 0; p < bgr.length; p += 3) {
            int bin = ColourHistogram.bin((bgr[p + 2] & 255) << 16 | (bgr[p + 1] & 255) << 8 | (bgr[p] & 255));
            if (!known[bin]) {
                known[bin] = true;
                costs.nearest(byBin, bin, bin + 1);
            }
        }
        return byBin;
    }

    /** The labels themselves, flags included. */
    public byte[] labels() {
        return labels;
    }

    /** The labels, their flags taken off. */
    byte[] withoutFlags(RowBands bands) {
        bands.run(labels.length, 1 << 18, (from, to) -> {
            for (int i = from; i < to; i++) {
                labels[i] &= 0x7f;
            }
        });
        return labels;
    }

    /** Whether every pixel shows just its label's colour. */
    public boolean areExact() {
        return exact;
    }

    /** The share of pixels that show just what the one before shows, 0 to 1: high in artwork, low in photographs. */
    public double plainShare() {
        return plainShare;
    }
}
