package dev.shuttle.loom.convert.label;

import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Lowers the energy of a label map by iterated conditional modes (ICM; Besag 1986, On the statistical analysis of dirty
 * pictures): the cost of every pixel's colour plus {@code smoothness} for every neighbour with another label (a Potts model
 * over eight neighbours, diagonal ones weighing 1/sqrt 2). Pixel after pixel takes the best label its neighbours offer; bands
 * of rows alternate so that the outcome does not depend on the number of workers. Two shortcuts make it a heuristic: only
 * labels with more support than the pixel's own are tried, which is all that can win where the own label is the nearest
 * colour, and pixels with three of the four nearest neighbours of their label are left alone. The picture's border is too.
 */
public final class PottsRelaxation {
    private static final int BAND = 64;
    private static final float DIAGONAL = 0.70710677f;
    /**
     * With more support than this no other label has more: the next larger sum of weights is 2 + 2/sqrt 2 = 3.41, half of
     * all, and the other labels share the rest.
     */
    static final float SETTLED = 3.2f;

    private static final int EIGHT = 8;
    private static final long ONES = 0x0101010101010101L;
    private static final long EVERY = 0x8080808080808080L;
    private static final long STRAIGHT = 0x80808080L;
    /** The support of every {@link #count}. */
    private static final float[] SUPPORT = support();

    private final Picture picture;
    private final ColourCosts costs;
    private final byte[] labels;
    /** The labels, eight at a time, the first in the lowest byte. */
    private final ByteBuffer eight;

    private final float smoothness;
    private final int width;
    private final int height;

    public PottsRelaxation(Picture picture, ColourCosts costs, byte[] labels, float smoothness) {
        this.picture = picture;
        this.costs = costs;
        this.labels = labels;
        this.eight = ByteBuffer.wrap(labels).order(ByteOrder.LITTLE_ENDIAN);
        this.smoothness = smoothness;
        this.width = picture.width();
        this.height = picture.height();
    }

    /**
     * Runs {@code rounds} times over all pixels but those on the picture's border, then takes the
     * {@link RampResolution#FIXED} flags off, there too.
     */
    public void run(int rounds, RowBands bands) {
        int pairs = (height + 2 * BAND - 1) / (2 * BAND);
        for (int round = 0; round < rounds; round++) {
            for (int odd = 0; odd < 2; odd++) {
                int start = odd * BAND;
                bands.run(pairs, 1, (from, to) -> {
                    for (int pair = from; pair < to; pair++) {
                        int top = pair * 2 * BAND + start;
                        rows(top, Math.min(height, top + BAND));
                    }
                });
            }
        }
        bands.run(height, BAND, (from, to) -> {
            for (int i = from * width; i < to * width; i++) {
                labels[i] &= 0x7f;
            }
        });
    }

    private void rows(int from, int to) {
        for (int y = Math.max(1, from); y < Math.min(height - 1, to); y++) {
            row(y);
        }
    }

    private void row(int y) {
        int x = 1;
        for (; x + EIGHT < width; x += EIGHT) {
            int start = y * width + x;
            // the next one is looked at again where the one before it has changed
            for (long open = unsettled(start); open != 0; open &= open - 1) {
                int at = Long.numberOfTrailingZeros(open) >> 3;
                open |= pixel(x + at, y) ? (open & -open) << 8 : 0;
            }
        }
        for (; x < width - 1; x++) {
            pixel(x, y);
        }
    }

    /** The highest bit of the byte of each of eight pixels from {@code i} on which another label may suit better. */
    private long unsettled(int i) {
        long own = eight.getLong(i);
        long above = same(own, i - width);
        long below = same(own, i + width);
        long before = same(own, i - 1);
        long after = same(own, i + 1);
        long three = (above & below & (before | after)) | (before & after & (above | below));
        return ~(three | own) & EVERY;
    }

    private long same(long labels, int at) {
        return EVERY - ((labels ^ eight.getLong(at)) & ~EVERY);
    }

    /** Gives a pixel its best label; whether that is another one. */
    private boolean pixel(int x, int y) {
        int i = y * width + x;
        int own = labels[i];
        if (own < 0) {
            return false;
        }
        long straight = straight(i);
        // A heuristic, and no bound: a rival with the fourth and all slanted ones has 3.83 against 3. Taking it would
        // cut
        // into an area's straight border, and looking for it costs time in every pixel of a photograph.
        if (Long.bitCount(alike(straight, own) & STRAIGHT) >= 3) {
            return false;
        }
        int best = best(x, y, own, straight | (slanted(i) << 32));
        labels[i] = (byte) best;
        return best != own;
    }

    /** The four nearest neighbours' labels, one in each byte, in the order in which they are tried. */
    private long straight(int i) {
        int packed = (labels[i - width] & 0x7f)
                | ((labels[i - 1] & 0x7f) << 8)
                | ((labels[i + 1] & 0x7f) << 16)
                | ((labels[i + width] & 0x7f) << 24);
        return packed;
    }

    private long slanted(int i) {
        int packed = (labels[i - width - 1] & 0x7f)
                | ((labels[i - width + 1] & 0x7f) << 8)
                | ((labels[i + width - 1] & 0x7f) << 16)
                | ((labels[i + width + 1] & 0x7f) << 24);
        return packed;
    }

    /** The highest bit of every byte that is the label; all bytes are below 0x80. */
    private static long alike(long around, int label) {
        return (EVERY - (around ^ (label * ONES))) & EVERY;
    }

    /** How many neighbours of each kind are marked: 5 for a straight one, 1 for a slanted one. */
    private static int count(long alike) {
        return 5 * Long.bitCount(alike & STRAIGHT) + Long.bitCount(alike >>> 32);
    }

    private int best(int x, int y, int own, long around) {
        long alike = alike(around, own);
        float support = SUPPORT[count(alike)];
        if (support > SETTLED) {
            return own;
        }
        int rgb = -1;
        // a colour that nothing beside it has is a region of one cell, which must go anyway
        float least = Float.MAX_VALUE;
        int best = own;
        for (long open = EVERY & ~alike; open != 0; open &= ~alike) {
            int label = (int) (around >>> (Long.numberOfTrailingZeros(open) - 7)) & 0x7f;
            alike = alike(around, label);
            float gained = smoothness * SUPPORT[count(alike)];
            if (support == 0 || gained > smoothness * support) {
                if (rgb < 0) {
                    rgb = picture.rgb(x, y);
                    least = support == 0 ? least : costs.cost(rgb, own) - smoothness * support;
                }
                float energy = costs.cost(rgb, label) - gained;
                if (energy < least) {
                    least = energy;
                    best = label;
                }
            }
        }
        return best;
    }

    /** The weight of so many neighbours of each kind. */
    static float support(int straight, int slanted) {
        return straight + DIAGONAL * slanted;
    }

    private static float[] support() {
        float[] support = new float[5 * 5];
        for (int i = 0; i < support.length; i++) {
            support[i] = support(i / 5, i % 5);
        }
        return support;
    }
}
