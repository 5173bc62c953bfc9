package dev.shuttle.loom.convert.label;

import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;

/**
 * Finds the lines of a drawing where they are thinner than a pixel, so that most of no pixel is theirs: along their ridge
 * the ground is mixed with more of a colour than on both sides. Without them such a line would be dashes, or nothing.
 */
public final class FaintLines {
    private static final int BAND = 64;
    /** What a line has of a pixel at least. */
    private static final float LEAST = 0.22f;
    /** By how much more that is than further aside. */
    private static final float RIDGE = 0.15f;
    /** Sum of squares over the channels by which a line differs from its ground at least. */
    private static final int SEEN = 40 * 40;

    private static final float TOLERANCE = 0.12f;
    /** A line goes on at both ends. */
    private static final int ENDS = 2;

    private static final int[] DX = {1, 0, 1, 1};
    private static final int[] DY = {0, 1, 1, -1};

    private final Picture picture;
    private final ColourCosts costs;
    private final byte[] labels;
    private final byte[] ridges;
    private final int width;
    private final int height;

    private FaintLines(Picture picture, ColourCosts costs, byte[] labels) {
        this.picture = picture;
        this.costs = costs;
        this.labels = labels;
        this.ridges = labels.clone();
        this.width = picture.width();
        this.height = picture.height();
    }

    /** Gives the pixels of such lines their colour's label. */
    public static byte[] drawn(Picture picture, ColourCosts costs, byte[] labels, RowBands bands) {
        FaintLines lines = new FaintLines(picture, costs, labels);
        bands.run(lines.height, BAND, lines::find);
        byte[] drawn = labels.clone();
        bands.run(lines.height, BAND, (from, to) -> lines.draw(drawn, from, to));
        return drawn;
    }

    private void find(int from, int to) {
        for (int y = Math.max(2, from); y < Math.min(height - 2, to); y++) {
            for (int x = 2; x < width - 2; x++) {
                int i = y * width + x;
                int rgb = picture.rgb(x, y);
                int ground = costs.packed(labels[i]);
                if (rgb != ground && Ramps.length(ground, rgb) >= SEEN) {
                    int line = line(rgb, ground, labels[i]);
                    if (line >= 0 && isRidge(x, y, ground, costs.packed(line))) {
                        ridges[i] = (byte) line;
                    }
                }
            }
        }
    }

    /** The colour that, mixed with the ground, comes nearest to a pixel's; of those equally near the furthest; or -1. */
    private int line(int rgb, int ground, int own) {
        int best = -1;
        int length = 0;
        float least = Float.POSITIVE_INFINITY;
        for (int label = 0; label < costs.size(); label++) {
            int colour = costs.packed(label);
            float off = label == own ? Float.POSITIVE_INFINITY : Ramps.off(rgb, ground, colour);
            if ((off < least || (off == least && Ramps.length(ground, colour) > length))
                    && Ramps.share(rgb, ground, colour, TOLERANCE) >= LEAST) {
                best = label;
                least = off;
                length = Ramps.length(ground, colour);
            }
        }
        return best;
    }

    private boolean isRidge(int x, int y, int ground, int line) {
        float own = share(x, y, ground, line);
        for (int d = 0; d < DX.length; d++) {
            float before = share(x - DX[d], y - DY[d], ground, line);
            float after = share(x + DX[d], y + DY[d], ground, line);
            if (before < own
                    && after <= own
                    && Math.min(before, share(x - 2 * DX[d], y - 2 * DY[d], ground, line)) < own - RIDGE
                    && Math.min(after, share(x + 2 * DX[d], y + 2 * DY[d], ground, line)) < own - RIDGE) {
                return true;
            }
        }
        return false;
    }

    /** How far a pixel is on the way from the ground to the line. */
    private float share(int x, int y, int ground, int line) {
        return Ramps.along(picture.rgb(x, y), ground, line);
    }

    private void draw(byte[] drawn, int from, int to) {
        for (int y = Math.max(2, from); y < Math.min(height - 2, to); y++) {
            for (int x = 2; x < width - 2; x++) {
                int i = y * width + x;
                if (ridges[i] != labels[i] && company(i) >= ENDS) {
                    drawn[i] = ridges[i];
                }
            }
        }
    }

    private int company(int i) {
        int count = 0;
        for (int row = i - width; row <= i + width; row += width) {
            for (int n = row - 1; n <= row + 1; n++) {
                count += n != i && ridges[n] == ridges[i] ? 1 : 0;
            }
        }
        return count;
    }
}
