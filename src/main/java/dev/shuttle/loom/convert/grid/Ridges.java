package dev.shuttle.loom.convert.grid;

import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;

/**
 * The cells in which a picture shows more of something than on both sides: what is no mixture of the colours two cells aside,
 * and further from them than its neighbours are.
 */
final class Ridges {
    /** Directions across, in cells. */
    static final int[] DX = {1, 0, 1, 1};

    static final int[] DY = {0, 1, 1, -1};
    /** To the places on both sides that a ridge differs from. */
    static final int ASIDE = 2;
    /** Levels by which two areas differ. */
    private static final int AREAS = 40;

    private static final int BAND = 64;
    /** Added to a direction; the byte is negative then. */
    private static final int TAKEN = -128;

    private final Picture picture;
    private final byte[] bgr;
    private final int width;
    private final int height;
    private final int least;
    /** By cell 0, or the direction across the ridge and one. */
    private final byte[] ways;

    private Ridges(Picture picture, int least) {
        this.picture = picture;
        this.bgr = picture.bgr();
        this.width = picture.width();
        this.height = picture.height();
        this.least = least;
        this.ways = new byte[width * height];
    }

    /** @param least levels by which a ridge stands out */
    static Ridges of(Picture picture, int least, RowBands bands) {
        Ridges ridges = new Ridges(picture, least);
        if (picture.width() > 2 * ASIDE + 2) {
            bands.run(picture.height(), BAND, ridges::find);
        }
        return ridges;
    }

    /** Whether there is one that has not been {@link #take}n. */
    boolean isFree(int cell) {
        return ways[cell] > 0;
    }

    /** Takes a ridge, which has its direction still. */
    void take(int cell) {
        ways[cell] |= TAKEN;
    }

    /** The direction across, 0 to 3. */
    int way(int cell) {
        return (ways[cell] & ~TAKEN) - 1;
    }

    private void find(int from, int to) {
        int[] off = new int[3];
        int[] highest = new int[width];
        Bends bends = new Bends(picture);
        for (int y = Math.max(ASIDE + 1, from); y < Math.min(height - ASIDE - 1, to); y++) {
            bends.moveTo(y);
            bends.highest(2 * least, highest);
            for (int x = ASIDE + 1; x < width - ASIDE - 1; x++) {
                if (highest[x] != 0) {
                    find(y * width + x, highest[x], off);
                }
            }
        }
    }

    /** @param open a bit for each direction that comes into question */
    private void find(int cell, int open, int[] off) {
        int most = least * least;
        for (int left = open; left != 0; left &= left - 1) {
            int way = Integer.numberOfTrailingZeros(left);
            off(3 * cell, 3 * (DY[way] * width + DX[way]), off);
            int length = dot(off, off);
            if (length > most) {
                most = length;
                ways[cell] = (byte) (way + 1);
            }
        }
    }

    /** By how much a place differs from the nearest mixture of those on both sides. */
    private void off(int at, int step, int[] off) {
        int one = at - ASIDE * step;
        int other = at + ASIDE * step;
        float length = 0;
        float along = 0;
        for (int t = 0; t < 3; t++) {
            int way = (bgr[other + t] & 255) - (bgr[one + t] & 255);
            length += way * way;
            along += way * ((bgr[at + t] & 255) - (bgr[one + t] & 255));
        }
        float part = length == 0 ? 0 : Math.max(0, Math.min(1, along / length));
        for (int t = 0; t < 3; t++) {
            float ground = (bgr[one + t] & 255) + part * ((bgr[other + t] & 255) - (bgr[one + t] & 255));
            off[t] = Math.round((bgr[at + t] & 255) - ground);
        }
    }

    private static int dot(int[] a, int[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    /** By how much a ridge differs from its sides, channel by channel. */
    void off(int cell, int[] off) {
        off(3 * cell, step(cell), off);
    }

    /** Whether a ridge differs from its sides in the same way as another one does. */
    boolean isAlike(int cell, int[] other, int[] scratch) {
        off(cell, scratch);
        int product = dot(other, scratch);
        return product > 0 && 2L * product * product > (long) dot(other, other) * dot(scratch, scratch);
    }

    /** By how much a ridge differs from its sides, levels. */
    float height(int cell, int[] scratch) {
        off(3 * cell, step(cell), scratch);
        return (float) Math.sqrt(dot(scratch, scratch));
    }

    /** Whether a ridge lies between two different grounds. */
    boolean isBetweenAreas(int cell) {
        int one = 3 * cell - ASIDE * step(cell);
        int other = 3 * cell + ASIDE * step(cell);
        int apart = 0;
        for (int t = 0; t < 3; t++) {
            int way = (bgr[other + t] & 255) - (bgr[one + t] & 255);
            apart += way * way;
        }
        return apart > AREAS * AREAS;
    }

    private int step(int cell) {
        return 3 * (DY[way(cell)] * width + DX[way(cell)]);
    }
}
