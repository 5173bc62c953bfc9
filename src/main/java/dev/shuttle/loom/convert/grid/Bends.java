package dev.shuttle.loom.convert.grid;

import dev.shuttle.loom.image.Picture;
import java.util.Arrays;

/**
 * How far a picture bends across each of four directions, row after row: twice by how much a place differs from the middle of those
 * {@link Ridges#ASIDE} places to both sides, summed over the channels. Colours are kept as rows of numbers that need no shifting,
 * so that the compiler works on several places at once.
 */
final class Bends {
    private static final int ASIDE = Ridges.ASIDE;
    /** Rows of colours that are needed at once. */
    private static final int KEPT = 2 * ASIDE + 1;

    private static final int CHANNELS = 3;

    private final Picture picture;
    private final int width;
    /** By row, modulo {@link #KEPT}, and channel: as it is, and moved to the right and to the left. */
    private final int[][][] own;

    private final int[][][] before;
    private final int[][][] after;
    /** Of the row above, the row itself and that below, by direction. */
    private int[][][] rows;

    private int y = Integer.MIN_VALUE;

    Bends(Picture picture) {
        this.picture = picture;
        this.width = picture.width();
        this.own = new int[KEPT][CHANNELS][width];
        this.before = new int[KEPT][CHANNELS][width];
        this.after = new int[KEPT][CHANNELS][width];
        this.rows = new int[3][Ridges.DX.length][width];
    }

    /** To a row, of which there are {@code ASIDE} and one more above and below. */
    void moveTo(int row) {
        if (row != y + 1) {
            for (int above = row - 1 - ASIDE; above < row + ASIDE; above++) {
                load(above);
            }
            bend(row - 1, rows[1]);
            load(row + ASIDE);
            bend(row, rows[2]);
        }
        load(row + 1 + ASIDE);
        rows = new int[][][] {rows[1], rows[2], rows[0]};
        bend(row + 1, rows[2]);
        y = row;
    }

    /**
     * Marks by a bit of each direction the places of the row that bend so far at least, and no less than their neighbours across.
     * Without a branch, since in texture no processor would guess right.
     */
    void highest(int least, int[] ways) {
        Arrays.fill(ways, 0);
        for (int way = 0; way < Ridges.DX.length; way++) {
            int[] above = rows[1 - Ridges.DY[way]][way];
            int[] below = rows[1 + Ridges.DY[way]][way];
            highest(rows[1][way], above, below, Ridges.DX[way], least, 1 << way, ways);
        }
    }

    private static void highest(int[] here, int[] one, int[] other, int aside, int least, int bit, int[] ways) {
        for (int x = ASIDE + 1; x < here.length - ASIDE - 1; x++) {
            int bend = here[x];
            int lower = (bend - least) | (bend - one[x - aside]) | (bend - other[x + aside]);
            ways[x] |= ~(lower >> 31) & bit;
        }
    }

    private void load(int row) {
        byte[] bgr = picture.bgr();
        int slot = row % KEPT;
        int[] b = own[slot][0];
        int[] g = own[slot][1];
        int[] r = own[slot][2];
        for (int x = 0, at = CHANNELS * row * width; x < width; x++, at += CHANNELS) {
            b[x] = bgr[at] & 255;
            g[x] = bgr[at + 1] & 255;
            r[x] = bgr[at + 2] & 255;
        }
        for (int channel = 0; channel < CHANNELS; channel++) {
            System.arraycopy(own[slot][channel], 0, before[slot][channel], ASIDE, width - ASIDE);
            System.arraycopy(own[slot][channel], ASIDE, after[slot][channel], 0, width - ASIDE);
        }
    }

    private void bend(int row, int[][] to) {
        int here = row % KEPT;
        int above = (row - ASIDE) % KEPT;
        int below = (row + ASIDE) % KEPT;
        for (int[] way : to) {
            Arrays.fill(way, 0);
        }
        for (int channel = 0; channel < CHANNELS; channel++) {
            int[] middle = own[here][channel];
            add(middle, before[here][channel], after[here][channel], to[0]);
            add(middle, own[above][channel], own[below][channel], to[1]);
            add(middle, before[above][channel], after[below][channel], to[2]);
            add(middle, before[below][channel], after[above][channel], to[3]);
        }
    }

    private void add(int[] middle, int[] one, int[] other, int[] to) {
        for (int x = 0; x < to.length; x++) {
            to[x] += Math.abs(2 * middle[x] - one[x] - other[x]);
        }
    }
}
