package dev.shuttle.loom.convert.label;

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
    /** The same where both sides are known to be colours of the picture. */
    private static final int LEAST_KNOWN_STEP = 12;
    /** By how much (sum of squares over the channels) rounding takes a mixture off the line. */
    private static final int ROUNDING = 2;

    private static final int[] DX = {1, 0, 1, 1};
    private static final int[] DY = {0, 1, 1, -1};

    private Ramps() {}

    static boolean isFlat(PixelRows rows, int x) {
        int[] middle = rows.row(0);
        int own = middle[x + 1];
        int same = same(own, middle[x]) + same(own, middle[x + 2]);
        return same + alike(rows.row(-1), x, own) + alike(rows.row(1), x, own) >= NEIGHBOURS;
    }

    /** Whether all eight neighbours show the same colour. */
    static boolean isWithinArea(PixelRows rows, int x) {
        int own = rows.colour(x, 0);
        return isSame(own, rows.colour(x + 1, 0))
                && isSame(own, rows.colour(x - 1, 0))
                && alike(rows.row(-1), x, own) + alike(rows.row(1), x, own) == 6;
    }

    private static int alike(int[] row, int x, int own) {
        return same(own, row[x]) + same(own, row[x + 1]) + same(own, row[x + 2]);
    }

    private static int same(int one, int other) {
        return isSame(one, other) ? 1 : 0;
    }

    /** Whether two colours are the same but for the noise of rendering. */
    static boolean isSame(int one, int other) {
        return one == other || difference(one, other) <= SAME;
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
            int one = rows.colour(x - DX[d], -DY[d]);
            int other = rows.colour(x + DX[d], DY[d]);
            float share = share(own, one, other, 1 / 8f);
            if (share > 0.06f && share < 0.94f && length(one, other) >= LEAST_STEP) {
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
        int length = length(one, other);
        return off(own, one, other) > tolerance * tolerance * length ? -1 : product(one, own, other) / (float) length;
    }

    /** How far {@code own} is on the way from {@code one} to {@code other}, below 0 and above 1 too. */
    static float along(int own, int one, int other) {
        return product(one, own, other) / (float) length(one, other);
    }

    /**
     * How far {@code own} is off the line between the two, rounding aside, as a sum of squares over the channels;
     * infinite where it lies beyond them, or the two are too alike.
     */
    static float off(int own, int one, int other) {
        int length = length(one, other);
        float share = product(one, own, other) / (float) length;
        return length < LEAST_KNOWN_STEP || share < 0 || share > 1
                ? Float.POSITIVE_INFINITY
                : Math.max(0, length(one, own) - share * share * length - ROUNDING);
    }

    /** How far apart two colours are, as a sum of squares over the channels. */
    static int length(int one, int other) {
        return product(one, other, other);
    }

    /** The scalar product of the steps from {@code origin} to two colours. */
    private static int product(int origin, int a, int b) {
        int r = ((a >> 16 & 255) - (origin >> 16 & 255)) * ((b >> 16 & 255) - (origin >> 16 & 255));
        int g = ((a >> 8 & 255) - (origin >> 8 & 255)) * ((b >> 8 & 255) - (origin >> 8 & 255));
        return r + g + ((a & 255) - (origin & 255)) * ((b & 255) - (origin & 255));
    }
}
