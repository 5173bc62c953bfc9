package dev.shuttle.loom.label;

/**
 * What is flat and what is a ramp. Renderers mix coded values, so anti-aliasing leaves colours on a straight line in
 * coded sRGB between those of the two sides.
 */
final class Ramps {
    /** Neighbours that differ by no more, summed over the channels, show the same colour. */
    private static final int SAME = 3;
    /** Flat pixels have that many of eight neighbours of the same colour: more than a ramp or a hair line has. */
    private static final int NEIGHBOURS = 3;
    /** Sides closer than this (sum of squares over the channels) leave no ramp worth the name. */
    private static final int LEAST_STEP = 24 * 24;

    private static final int[] DX = {1, 0, 1, 1};
    private static final int[] DY = {0, 1, 1, -1};

    private Ramps() {}

    static boolean isFlat(PixelRows rows, int x) {
        int[] middle = rows.row(0);
        int own = middle[x + 1];
        int same = isSame(own, middle[x]) + isSame(own, middle[x + 2]);
        return same + alike(rows.row(-1), x, own) + alike(rows.row(1), x, own) >= NEIGHBOURS;
    }

    private static int alike(int[] row, int x, int own) {
        return isSame(own, row[x]) + isSame(own, row[x + 1]) + isSame(own, row[x + 2]);
    }

    private static int isSame(int one, int other) {
        return one == other || difference(one, other) <= SAME ? 1 : 0;
    }

    private static int difference(int one, int other) {
        return Math.abs((one >> 16 & 255) - (other >> 16 & 255))
                + Math.abs((one >> 8 & 255) - (other >> 8 & 255))
                + Math.abs((one & 255) - (other & 255));
    }

    /** Whether the pixel is a mixture of the two beside it in any of four directions. */
    static boolean isRamp(PixelRows rows, int x) {
        int own = rows.colour(x, 0);
        for (int d = 0; d < 4; d++) {
            float share = share(own, rows.colour(x - DX[d], -DY[d]), rows.colour(x + DX[d], DY[d]), 1 / 8f);
            if (share > 0.06f && share < 0.94f) {
                return true;
            }
        }
        return false;
    }

    /**
     * How much of {@code other} is mixed into {@code one} to give {@code own}: 0 to 1, or -1 where {@code own} is off
     * the line between them by more than {@code tolerance} of its length, or the two are too alike.
     */
    static float share(int own, int one, int other, float tolerance) {
        int r = (other >> 16 & 255) - (one >> 16 & 255);
        int g = (other >> 8 & 255) - (one >> 8 & 255);
        int b = (other & 255) - (one & 255);
        int length = r * r + g * g + b * b;
        if (length < LEAST_STEP) {
            return -1;
        }
        int pr = (own >> 16 & 255) - (one >> 16 & 255);
        int pg = (own >> 8 & 255) - (one >> 8 & 255);
        int pb = (own & 255) - (one & 255);
        float share = (pr * r + pg * g + pb * b) / (float) length;
        float off = (pr * pr + pg * pg + pb * pb) / (float) length - share * share;
        return share < 0 || share > 1 || off > tolerance * tolerance ? -1 : share;
    }
}
