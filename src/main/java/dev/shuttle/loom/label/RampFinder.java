package dev.shuttle.loom.label;

import dev.shuttle.loom.image.Picture;

/**
 * Tells which pixels of a row lie on a ramp: in one of four directions they are, in coded sRGB, a mixture of what lies
 * on their two sides one or two pixels away. (Renderers mix coded values, so a straight line in them is what
 * anti-aliasing leaves.)
 */
final class RampFinder {
    private static final int REACH = 2;
    /** Sides closer than this (sum of squares over the channels) are the same colour. */
    private static final int LEAST_STEP = 24 * 24;

    private static final int[] DX = {1, 0, 1, 1};
    private static final int[] DY = {0, 1, 1, -1};

    private final Picture picture;
    private final int width;
    private final int[][] rows = new int[2 * REACH + 1][];
    private int y = Integer.MIN_VALUE;

    RampFinder(Picture picture) {
        this.picture = picture;
        this.width = picture.width();
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new int[width + 2 * REACH];
        }
    }

    /** Loads the rows around {@code newY}; moving down by one row loads only one. */
    void moveTo(int newY) {
        if (newY == y + 1) {
            int[] first = rows[0];
            System.arraycopy(rows, 1, rows, 0, 2 * REACH);
            rows[2 * REACH] = first;
            load(newY + REACH, first);
        } else {
            for (int i = 0; i <= 2 * REACH; i++) {
                load(newY - REACH + i, rows[i]);
            }
        }
        y = newY;
    }

    private void load(int wanted, int[] row) {
        picture.row(Math.max(0, Math.min(picture.height() - 1, wanted)), row, REACH);
        for (int i = 0; i < REACH; i++) {
            row[i] = row[REACH];
            row[width + REACH + i] = row[width + REACH - 1];
        }
    }

    int colour(int x) {
        return rows[REACH][x + REACH];
    }

    int colour(int x, int dy) {
        return rows[REACH + dy][x + REACH];
    }

    /** Whether the pixel lies on a ramp in any direction. */
    boolean isRamp(int x) {
        int own = colour(x);
        for (int d = 0; d < 4; d++) {
            int before = rows[REACH - DY[d]][x + REACH - DX[d]];
            int after = rows[REACH + DY[d]][x + REACH + DX[d]];
            if (before != own && after != own && before != after) {
                if (isBetween(own, before, after)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether {@code own} lies strictly between two well different colours, on the line between them. */
    static boolean isBetween(int own, int one, int other) {
        int r = (other >> 16 & 255) - (one >> 16 & 255);
        int g = (other >> 8 & 255) - (one >> 8 & 255);
        int b = (other & 255) - (one & 255);
        int length = r * r + g * g + b * b;
        if (length < LEAST_STEP) {
            return false;
        }
        int pr = (own >> 16 & 255) - (one >> 16 & 255);
        int pg = (own >> 8 & 255) - (one >> 8 & 255);
        int pb = (own & 255) - (one & 255);
        int along = pr * r + pg * g + pb * b;
        if (along * 16L < length || along * 16L > 15L * length) {
            return false;
        }
        long off = (long) (pr * pr + pg * pg + pb * pb) * length - (long) along * along;
        return off * 64 < (long) length * length;
    }
}
