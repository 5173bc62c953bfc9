package dev.shuttle.loom.image;

import java.util.ArrayList;
import java.util.List;

/** A pass of an interlaced PNG, whose pixels lie apart in the whole picture (PNG specification, 8.2). */
final class PngPass implements RowTarget {
    private static final int[][] STARTS_AND_STEPS = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private final Picture whole;
    private final int left;
    private final int top;
    private final int across;
    private final int down;
    private final byte[] row;

    private PngPass(Picture whole, int left, int top, int across, int down) {
        this.whole = whole;
        this.left = left;
        this.top = top;
        this.across = across;
        this.down = down;
        this.row = new byte[3 * width()];
    }

    /** The passes that have pixels, in their order. */
    static List<PngPass> of(Picture whole) {
        List<PngPass> passes = new ArrayList<>();
        for (int[] at : STARTS_AND_STEPS) {
            if (at[0] < whole.width() && at[1] < whole.height()) {
                passes.add(new PngPass(whole, at[0], at[1], at[2], at[3]));
            }
        }
        return passes;
    }

    int width() {
        return (whole.width() - left + across - 1) / across;
    }

    int height() {
        return (whole.height() - top + down - 1) / down;
    }

    @Override
    public byte[] bytes() {
        return row;
    }

    @Override
    public int start(int y) {
        return 0;
    }

    @Override
    public void written(int y) {
        byte[] to = whole.bgr();
        int at = 3 * ((top + y * down) * whole.width() + left);
        for (int i = 0; i < row.length; i += 3, at += 3 * across) {
            to[at] = row[i];
            to[at + 1] = row[i + 1];
            to[at + 2] = row[i + 2];
        }
    }

    @Override
    public Picture picture() {
        return whole;
    }
}
