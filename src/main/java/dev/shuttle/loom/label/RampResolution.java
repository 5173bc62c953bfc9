package dev.shuttle.loom.label;

import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;

/**
 * Gives every pixel of an anti-aliased edge to one of the edge's two sides, before anything else looks at it: a mixture
 * must not become a third colour that nothing beside it has. Labels come in with {@link NearestLabels#IMPURE} set where
 * the pixel is far from its colour, and leave with {@link #FIXED} set where this class has decided.
 */
public final class RampResolution {
    /** Set in a label that later steps must not change lightly. */
    public static final int FIXED = 0x80;

    /** From this share of pure pixels on a picture has edges to resolve. */
    private static final double ARTWORK = 0.5;

    private static final int BAND = 64;
    private static final int REACH = 3;
    private static final int WINDOW = 2;
    private static final float TOLERANCE = 0.08f;
    private static final int LEAST_PURE = 8;
    private static final float TIE = 0.01f;
    private static final int STROKE = 60;
    private static final int[] DX = {1, 0, 1, 1};
    private static final int[] DY = {0, 1, 1, -1};

    private final Picture picture;
    private final ColourCosts costs;
    private final int width;
    private final int height;
    private final byte[] from;
    private final byte[] to;

    private RampResolution(Picture picture, ColourCosts costs, byte[] labels) {
        this.picture = picture;
        this.costs = costs;
        this.width = picture.width();
        this.height = picture.height();
        this.from = labels;
        this.to = new byte[labels.length];
    }

    /** The resolved labels. In a photograph, where next to nothing is flat, there is nothing to resolve. */
    public static byte[] resolve(Picture picture, ColourCosts costs, NearestLabels nearest, RowBands bands) {
        if (nearest.pureShare() > ARTWORK) {
            RampResolution resolution = new RampResolution(picture, costs, nearest.labels());
            bands.run(picture.height(), BAND, resolution::rows);
            return resolution.to;
        }
        return nearest.withoutFlags(bands);
    }

    private void rows(int top, int bottom) {
        int[] seen = new int[16];
        for (int y = top; y < bottom; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                to[i] = (byte) (from[i] & 0x7f);
                if (y >= REACH && x >= REACH && y < height - REACH && x < width - REACH && isMixed(i)) {
                    int resolved = resolved(x, y, i, seen);
                    to[i] = resolved < 0 ? to[i] : (byte) (resolved | FIXED);
                }
            }
        }
    }

    /** Whether the neighbours, own label included, are not all alike. */
    private boolean isMixed(int i) {
        byte own = from[i];
        return own < 0 || from[i - 1] != own || from[i + 1] != own || from[i - width] != own || from[i + width] != own;
    }

    private int resolved(int x, int y, int i, int[] seen) {
        int rgb = picture.rgb(x, y);
        int across = acrossEdge(rgb, i);
        return across >= 0 || from[i] >= 0 ? across : fromWindow(rgb, i, seen);
    }

    /** The side the pixel belongs to where pure pixels of two colours lie on opposite sides of it; or -1. */
    private int acrossEdge(int rgb, int i) {
        int best = -1;
        int nearest = 2 * REACH + 1;
        for (int d = 0; d < 4; d++) {
            int step = DY[d] * width + DX[d];
            int before = pureAlong(i, -step);
            int after = pureAlong(i, step);
            if (before > 0 && after > 0 && before + after < nearest) {
                int one = from[i - before * step];
                int other = from[i + after * step];
                boolean plateau = from[i] >= 0 && (from[i - step] == from[i] || from[i + step] == from[i]);
                boolean third = from[i] != one && from[i] != other;
                if (one != other && !(third && plateau) && !isStroke(i, DY[d ^ 1] * width + DX[d ^ 1])) {
                    float share = Ramps.share(rgb, costs.packed(one), costs.packed(other), TOLERANCE);
                    if (share >= 0) {
                        nearest = before + after;
                        best = nearer(share, one, other);
                    }
                }
            }
        }
        return best;
    }

    /** Whether the pixel is clearly darker, or clearly lighter, than both neighbours along {@code step}: a stroke's core. */
    private boolean isStroke(int i, int step) {
        int own = brightness(i);
        int before = brightness(i - step) - own;
        int after = brightness(i + step) - own;
        return (before > STROKE && after > STROKE) || (before < -STROKE && after < -STROKE);
    }

    private int brightness(int i) {
        byte[] bgr = picture.bgr();
        return (bgr[3 * i] & 255) + 2 * (bgr[3 * i + 1] & 255) + (bgr[3 * i + 2] & 255);
    }

    /** A pixel covered by halves shows the darker colour: ink lies on paper, not paper on ink. */
    private int nearer(float share, int one, int other) {
        if (Math.abs(share - 0.5f) < TIE) {
            return costs.lightness(one) < costs.lightness(other) ? one : other;
        }
        return share < 0.5f ? one : other;
    }

    /** How many steps away the first pure pixel is; 0 where none is within reach. */
    private int pureAlong(int i, int step) {
        for (int n = 1; n < REACH; n++) {
            if (from[i + n * step] >= 0) {
                return n;
            }
        }
        return 0;
    }

    /** Among the pure colours around, the pair whose mixture comes nearest, and of it the nearer colour; or -1. */
    private int fromWindow(int rgb, int i, int[] seen) {
        int count = 0;
        int pure = 0;
        for (int dy = -WINDOW; dy <= WINDOW; dy++) {
            for (int dx = -WINDOW; dx <= WINDOW; dx++) {
                int label = from[i + dy * width + dx];
                if (label >= 0) {
                    pure++;
                    int n = 0;
                    while (n < count && seen[n] != label) {
                        n++;
                    }
                    if (n == count && count < seen.length) {
                        seen[count++] = label;
                    }
                }
            }
        }
        return pure < LEAST_PURE ? -1 : bestPair(rgb, seen, count);
    }

    private int bestPair(int rgb, int[] seen, int count) {
        int best = -1;
        float least = TOLERANCE;
        for (int a = 0; a < count; a++) {
            for (int b = a + 1; b < count; b++) {
                for (float tolerance = 0.02f; tolerance <= least; tolerance += 0.02f) {
                    float share = Ramps.share(rgb, costs.packed(seen[a]), costs.packed(seen[b]), tolerance);
                    if (share >= 0) {
                        best = nearer(share, seen[a], seen[b]);
                        least = tolerance - 0.01f;
                        break;
                    }
                }
            }
        }
        return best;
    }
}
