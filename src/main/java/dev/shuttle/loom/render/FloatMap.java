package dev.shuttle.loom.render;

import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.weave.BitGrid;
import dev.shuttle.loom.weave.LongFloats;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;

/** The lift plan with floats over the limit in red: one pixel is one end by one pick, grey is up. */
public final class FloatMap {
    private static final int DOWN = 0;
    private static final int UP = 1;
    private static final int LONG = 2;
    private static final int[] COLOURS = {0xffffff, 0xd0d0d0, 0xd01020, 0x000000};

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
        for (int row = 0; row < lifts.rows(); row++) {
            lifts.copyRow(row, ups, 0);
            marks.copyRow(row, longs, 0);
            for (int i = 0; i < stride; i++) {
                packed[row * stride + i] = (byte) four(ups[i / 2] >> (i % 2 * 4), longs[i / 2] >> (i % 2 * 4));
            }
        }
        return map;
    }

    /** Four pixels of two bits, the first in the highest, of the four lowest bits. */
    private static int four(int up, int over) {
        int pixels = 0;
        for (int i = 0; i < 4; i++) {
            pixels = pixels << 2 | ((over >> i & 1) != 0 ? LONG : (up >> i & 1) != 0 ? UP : DOWN);
        }
        return pixels;
    }
}
