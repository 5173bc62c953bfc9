package dev.shuttle.loom.render;

import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.weave.BitGrid;
import dev.shuttle.loom.weave.LongFloats;
import dev.shuttle.loom.weave.Mending;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;

/**
 * The lift plan with floats over the limit in red and what was mended where weaves meet in blue: one pixel is one end by one
 * pick, grey is up.
 */
public final class FloatMap {
    private static final int DOWN = 0;
    private static final int UP = 1;
    private static final int LONG = 2;
    private static final int MENDED = 3;
    private static final int[] COLOURS = {0xffffff, 0xd0d0d0, 0xd01020, 0x1050d0};

    private FloatMap() {}

    public static BufferedImage of(Cloth cloth) {
        BitGrid lifts = cloth.allEnds();
        int limit = cloth.floatLimit();
        boolean none = cloth.analysis().all().over(limit) == 0;
        BitGrid marks = none ? new BitGrid(lifts.rows(), lifts.columns()) : LongFloats.of(lifts, limit);
        IndexColorModel colours = new IndexColorModel(2, COLOURS.length, COLOURS, 0, false, -1, 0);
        BufferedImage map = new BufferedImage(lifts.columns(), lifts.rows(), BufferedImage.TYPE_BYTE_BINARY, colours);
        byte[] packed = ((DataBufferByte) map.getRaster().getDataBuffer()).getData();
        int stride = packed.length / lifts.rows();
        byte[] ups = new byte[(lifts.columns() + 7) / 8];
        byte[] longs = new byte[ups.length];
        byte[] turned = new byte[ups.length];
        Mending mending = cloth.plan().mending();
        for (int row = 0; row < lifts.rows(); row++) {
            lifts.copyRow(row, ups, 0);
            marks.copyRow(row, longs, 0);
            if (mending != null) {
                mending.toggled().copyRow(row, turned, 0);
            }
            for (int i = 0; i < stride; i++) {
                int half = i % 2 * 4;
                packed[row * stride + i] = (byte) four(ups[i / 2] >> half, longs[i / 2] >> half, turned[i / 2] >> half);
            }
        }
        return map;
    }

    /** Four pixels of two bits, the first in the highest, of the four lowest bits. */
    private static int four(int up, int over, int turned) {
        int pixels = 0;
        for (int i = 0; i < 4; i++) {
            int sound = (up >> i & 1) != 0 ? UP : DOWN;
            int shown = (over >> i & 1) != 0 ? LONG : (turned >> i & 1) != 0 ? MENDED : sound;
            pixels = pixels << 2 | shown;
        }
        return pixels;
    }
}
