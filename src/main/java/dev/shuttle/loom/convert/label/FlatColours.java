package dev.shuttle.loom.convert.label;

import dev.shuttle.loom.colour.ColourHistogram;
import dev.shuttle.loom.colour.ExactColours;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

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

    /** What several workers have counted, added up. */
    private static final class Sum<T> {
        private final BinaryOperator<T> adder;
        private @Nullable T all;

        Sum(BinaryOperator<T> adder) {
            this.adder = adder;
        }

        synchronized void add(T part) {
            all = all == null ? part : adder.apply(all, part);
        }

        T all() {
            return Objects.requireNonNull(all);
        }
    }

    /** Of artwork: what is flat, also colour by colour, and what is neither flat nor a ramp. */
    private static final class Artwork {
        private final ColourHistogram flat = new ColourHistogram();
        private final ExactColours exact = new ExactColours();
        private final ColourHistogram rough = new ColourHistogram();

        Artwork plus(Artwork part) {
            flat.add(part.flat, 1);
            exact.add(part.exact);
            rough.add(part.rough, 1);
            return this;
        }

        /** All in one histogram; the parts are of no use afterwards. */
        ColourHistogram weighed() {
            if (exact.areTooMany()) {
                rough.add(flat, FLAT_WEIGHT);
            } else {
                rough.add(exact, FLAT_WEIGHT);
            }
            return rough;
        }
    }

    private final Picture picture;
    private final RowBands bands;
    private final int stride;
    /** How many rows are sampled: every {@link #stride}-th. */
    private final int sampled;

    private FlatColours(Picture picture, RowBands bands) {
        long pixels = (long) picture.width() * picture.height();
        this.picture = picture;
        this.bands = bands;
        this.stride = (int) Math.max(1, Math.min(picture.height() / 256, pixels / MOST_SAMPLES));
        this.sampled = (picture.height() + stride - 1) / stride;
    }

    /** The histogram of the picture; of one of many pixels, of every n-th row. */
    public static ColourHistogram of(Picture picture, RowBands bands) {
        FlatColours colours = new FlatColours(picture, bands);
        boolean artwork = colours.flatPixels() > ARTWORK * picture.width() * colours.sampled;
        return artwork ? colours.ofArtwork() : colours.ofPhotograph();
    }

    private long flatPixels() {
        AtomicLong flat = new AtomicLong();
        share((from, to) -> {
            PixelRows rows = new PixelRows(picture, 1);
            for (int i = from; i < to; i++) {
                flat.addAndGet(flatPixels(rows, i * stride));
            }
        });
        return flat.get();
    }

    private int flatPixels(PixelRows rows, int y) {
        rows.moveTo(y);
        int inwards = inwards(y);
        int flat = 0;
        for (int x = 0; x < picture.width(); x++) {
            flat += Ramps.isFlat(rows, x) && !isMixedOutwards(rows, x, inwards) ? 1 : 0;
        }
        return flat;
    }

    private ColourHistogram ofPhotograph() {
        Sum<ColourHistogram> sum = new Sum<>(ColourHistogram::plus);
        share((from, to) -> {
            ColourHistogram part = new ColourHistogram();
            int[] row = new int[picture.width()];
            for (int i = from; i < to; i++) {
                picture.row(i * stride, row, 0);
                part.add(row);
            }
            sum.add(part);
        });
        return sum.all();
    }

    private ColourHistogram ofArtwork() {
        Sum<Artwork> sum = new Sum<>(Artwork::plus);
        share((from, to) -> {
            Artwork part = new Artwork();
            PixelRows rows = new PixelRows(picture, 1);
            for (int i = from; i < to; i++) {
                count(rows, i * stride, part);
            }
            sum.add(part);
        });
        return sum.all().weighed();
    }

    private void count(PixelRows rows, int y, Artwork part) {
        rows.moveTo(y);
        int inwards = inwards(y);
        for (int x = 0; x < picture.width(); x++) {
            if (!isMixedOutwards(rows, x, inwards)) {
                int colour = rows.colour(x, 0);
                if (Ramps.isFlat(rows, x)) {
                    part.flat.add(colour, 1);
                    part.exact.add(colour, 1);
                } else if (!Ramps.isRamp(rows, x)) {
                    part.rough.add(colour, 1);
                }
            }
        }
    }

    /** Shares the sampled rows out to the workers, to each about the same number. */
    private void share(RowBands.Body body) {
        bands.run(sampled, (sampled + bands.threads() - 1) / bands.threads(), body);
    }

    /** Where the picture goes on from a row at its border, 0 for other rows. */
    private int inwards(int y) {
        return y == 0 ? 1 : y == picture.height() - 1 ? -1 : 0;
    }

    /** Whether a pixel at the border may be mixed with what lies outside. */
    private boolean isMixedOutwards(PixelRows rows, int x, int inwards) {
        int aside = x == 0 ? 1 : x == picture.width() - 1 ? -1 : 0;
        return (aside | inwards) != 0 && !Ramps.isSame(rows.colour(x, 0), rows.colour(x + aside, inwards));
    }
}
