package dev.shuttle.loom.convert.label;

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

    /** From this share of plain pixels on a picture has edges to resolve. */
    private static final double ARTWORK = 0.5;

    private static final int BAND = 64;
    private static final int REACH = 3;
    private static final int WINDOW = 2;
    private static final float TOLERANCE = 0.08f;
    private static final int STROKE = 60;
    /** As far from a half as rounding takes a share. */
    private static final float HALF = 0.0045f;
    /** How far a slanted edge's share is from a half where it is taken from fifteen lines a pixel: 7/15 or 8/15. */
    private static final float SAMPLED_HALF = 1 / 30f;

    private static final int[] ALONG_X = {1, 0, 1, 1, 1, 1, 2, 2};
    private static final int[] ALONG_Y = {0, 1, 1, -1, 2, -2, 1, -1};
    /** No label; what lies outside the picture has none. */
    private static final int NONE = -1;

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
        if (nearest.plainShare() > ARTWORK) {
            RampResolution resolution = new RampResolution(picture, costs, nearest.labels());
            bands.run(picture.height(), BAND, resolution::rows);
            return resolution.to;
        }
        return nearest.withoutFlags(bands);
    }

    private void rows(int top, int bottom) {
        int[] seen = new int[(2 * WINDOW + 1) * (2 * WINDOW + 1)];
        for (int y = top; y < bottom; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                int label = from[i] & 0x7f;
                int rgb = picture.rgb(x, y);
                to[i] = (byte) (rgb == costs.packed(label) ? label | FIXED : label);
                if (isMixed(x, y, i)) {
                    int resolved = resolved(rgb, x, y, seen);
                    to[i] = resolved == NONE ? to[i] : (byte) (resolved | FIXED);
                }
            }
        }
    }

    /** Whether the neighbours, own label included, are not all alike. */
    private boolean isMixed(int x, int y, int i) {
        byte own = from[i];
        return own < 0
                || (x > 0 && from[i - 1] != own)
                || (x + 1 < width && from[i + 1] != own)
                || (y > 0 && from[i - width] != own)
                || (y + 1 < height && from[i + width] != own);
    }

    private int resolved(int rgb, int x, int y, int[] seen) {
        int across = acrossEdge(rgb, x, y);
        if (across != NONE || from[y * width + x] >= 0) {
            return across;
        }
        int overlaid = acrossSeam(rgb, x, y);
        if (overlaid != NONE) {
            return overlaid;
        }
        int stroke = acrossStroke(rgb, x, y);
        if (stroke != NONE) {
            return stroke;
        }
        int count = around(x, y, seen);
        int best = Mixtures.ofPair(rgb, costs, seen, count, TOLERANCE);
        if (best == NONE && count > 2) {
            best = Mixtures.ofThree(rgb, costs, seen, count);
        }
        return best == NONE && count > 0 ? Mixtures.withAny(rgb, costs, seen[0], TOLERANCE) : best;
    }

    /** The side the pixel belongs to where pure pixels of two colours lie on opposite sides of it; or none. */
    private int acrossEdge(int rgb, int x, int y) {
        int best = NONE;
        int nearest = 2 * REACH + 1;
        int own = pure(x, y);
        for (int d = 0; d < 4; d++) {
            int before = pureAlong(x, y, -DX[d], -DY[d]);
            int after = pureAlong(x, y, DX[d], DY[d]);
            if (before > 0 && after > 0 && before + after < nearest) {
                int one = pure(x - before * DX[d], y - before * DY[d]);
                int other = pure(x + after * DX[d], y + after * DY[d]);
                boolean plateau = own >= 0 && (pure(x - DX[d], y - DY[d]) == own || pure(x + DX[d], y + DY[d]) == own);
                boolean third = own != one && own != other;
                if (one != other && !(third && plateau) && !isStroke(x, y, DX[d ^ 1], DY[d ^ 1])) {
                    float share = Ramps.share(rgb, costs.packed(one), costs.packed(other), TOLERANCE);
                    if (share >= 0) {
                        nearest = before + after;
                        best = share < 0.5f == !isCutInHalf(rgb, share, x, y) ? one : other;
                    }
                }
            }
        }
        return best;
    }

    /**
     * Whether a straight edge runs through the very middle of the pixel, as pixels further along the edge show. Renderers
     * round the half that is drawn up, and without anti-aliasing leave the pixel to the other.
     */
    private boolean isCutInHalf(int rgb, float share, int x, int y) {
        float off = Math.abs(share - 0.5f);
        boolean exact = off < HALF;
        boolean sampled = Math.abs(off - SAMPLED_HALF) < HALF;
        int end = exact ? 4 : sampled ? ALONG_X.length : 0;
        for (int d = exact ? 0 : 2; d < end; d++) {
            if (isColour(rgb, x - ALONG_X[d], y - ALONG_Y[d]) && isColour(rgb, x + ALONG_X[d], y + ALONG_Y[d])) {
                return true;
            }
        }
        return false;
    }

    private boolean isColour(int rgb, int x, int y) {
        return isInside(x, y) && picture.rgb(x, y) == rgb;
    }

    /** The side the pixel belongs to where two areas meet and what lies under both shines through; or none. */
    private int acrossSeam(int rgb, int x, int y) {
        for (int d = 0; d < 4; d++) {
            int before = pureAlong(x, y, -DX[d], -DY[d]);
            int after = pureAlong(x, y, DX[d], DY[d]);
            if (before > 0 && after > 0) {
                int one = pure(x - before * DX[d], y - before * DY[d]);
                int other = pure(x + after * DX[d], y + after * DY[d]);
                int label = one == other ? NONE : Mixtures.overGround(rgb, costs, one, other);
                if (label != NONE) {
                    return label;
                }
            }
        }
        return NONE;
    }

    /** The label of a stroke too thin to show its colour, or of what lies at both of its sides; or none. */
    private int acrossStroke(int rgb, int x, int y) {
        for (int d = 0; d < 4; d++) {
            int before = pureAlong(x, y, -DX[d], -DY[d]);
            int after = pureAlong(x, y, DX[d], DY[d]);
            if (before > 0 && after > 0) {
                int one = pure(x - before * DX[d], y - before * DY[d]);
                if (one == pure(x + after * DX[d], y + after * DY[d])) {
                    return Mixtures.withAny(rgb, costs, one, TOLERANCE);
                }
            }
        }
        return NONE;
    }

    /** Whether the pixel is clearly darker, or clearly lighter, than both neighbours on a line: a stroke's core. */
    private boolean isStroke(int x, int y, int dx, int dy) {
        if (!isInside(x - dx, y - dy) || !isInside(x + dx, y + dy)) {
            return false;
        }
        int own = brightness(x, y);
        int before = brightness(x - dx, y - dy) - own;
        int after = brightness(x + dx, y + dy) - own;
        return (before > STROKE && after > STROKE) || (before < -STROKE && after < -STROKE);
    }

    private int brightness(int x, int y) {
        int rgb = picture.rgb(x, y);
        return (rgb & 255) + 2 * (rgb >> 8 & 255) + (rgb >> 16 & 255);
    }

    /** How many steps away the first pure pixel is; 0 where none is within reach. */
    private int pureAlong(int x, int y, int dx, int dy) {
        for (int n = 1; n < REACH; n++) {
            if (pure(x + n * dx, y + n * dy) >= 0) {
                return n;
            }
        }
        return 0;
    }

    private boolean isInside(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height;
    }

    /** The label of a pure pixel; below 0 for others and outside. */
    private int pure(int x, int y) {
        return isInside(x, y) ? from[y * width + x] : NONE;
    }

    /** Writes the pure colours around to {@code seen}, the nearest first; returns how many. */
    private int around(int x, int y, int[] seen) {
        int count = 0;
        for (int reach = 1; reach <= WINDOW; reach++) {
            for (int dy = -reach; dy <= reach; dy++) {
                int step = Math.abs(dy) == reach ? 1 : 2 * reach;
                for (int dx = -reach; dx <= reach; dx += step) {
                    int label = pure(x + dx, y + dy);
                    int n = 0;
                    while (label >= 0 && n < count && seen[n] != label) {
                        n++;
                    }
                    if (label >= 0 && n == count) {
                        seen[count++] = label;
                    }
                }
            }
        }
        return count;
    }
}
