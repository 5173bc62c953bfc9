package dev.shuttle.loom.render;

import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.weave.BitGrid;
import dev.shuttle.loom.weave.LongFloats;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;

/** The lift plan with floats over the limit in red: one pixel is one end by one pick, grey is up. */
public final class FloatMap {
    private static final int DOWN = 0;
    private static final int UP = 1;
    private static final int LONG = 2;
    private static final int[] COLOURS = {0xffffff, 0xd0d0d0, 0xd01020, 0x000000};

    private FloatMap() {}

    public static BufferedImage of(Cloth cloth) {
        BitGrid lifts = cloth.plan().cloth();
        int limit = cloth.floatLimit();
        boolean none = cloth.analysis().all().over(limit) == 0;
        BitGrid marks = none ? new BitGrid(lifts.rows(), lifts.columns()) : LongFloats.of(lifts, limit);
        IndexColorModel colours = new IndexColorModel(2, COLOURS.length, COLOURS, 0, false, -1, 0);
        BufferedImage map = new BufferedImage(lifts.columns(), lifts.rows(), BufferedImage.TYPE_BYTE_BINARY, colours);
        byte[] samples = new byte[lifts.columns()];
        for (int row = 0; row < lifts.rows(); row++) {
            for (int end = 0; end < samples.length; end++) {
                samples[end] = (byte) (marks.get(row, end) ? LONG : lifts.get(row, end) ? UP : DOWN);
            }
            map.getRaster().setDataElements(0, row, samples.length, 1, samples);
        }
        return map;
    }
}
