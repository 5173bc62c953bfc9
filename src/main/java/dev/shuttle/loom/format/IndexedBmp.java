package dev.shuttle.loom.format;

import dev.shuttle.loom.design.PointPaper;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A point paper as BMP: 8 bits, uncompressed, bottom row first, pixel data from byte 1078 on, density in pixels per
 * metre; unused entries of the palette are black.
 */
public final class IndexedBmp {
    private static final int PALETTE = 256;
    private static final int DATA = 14 + 40 + 4 * PALETTE;

    private IndexedBmp() {}

    /** The whole file. */
    public static byte[] write(PointPaper paper) {
        int stride = (paper.ends() + 3) & ~3;
        int size = Math.addExact(DATA, Math.multiplyExact(stride, paper.lines()));
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'B').put((byte) 'M').putInt(size).putInt(0).putInt(DATA);
        out.putInt(40)
                .putInt(paper.ends())
                .putInt(paper.lines())
                .putShort((short) 1)
                .putShort((short) 8);
        out.putInt(0).putInt(size - DATA);
        out.putInt(IndexedPng.perMetre(paper.density().endsPerCm()));
        out.putInt(IndexedPng.perMetre(paper.density().linesPerCm()));
        out.putInt(paper.palette().size()).putInt(0);
        for (int rgb : paper.palette().packed()) {
            out.putInt(rgb);
        }
        for (int line = 0; line < paper.lines(); line++) {
            out.position(DATA + (paper.lines() - 1 - line) * stride);
            out.put(paper.labels(), line * paper.ends(), paper.ends());
        }
        return out.array();
    }
}
