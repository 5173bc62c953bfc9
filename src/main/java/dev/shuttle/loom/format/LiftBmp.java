package dev.shuttle.loom.format;

import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.weave.BitGrid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A lift plan as BMP: 1 bit, black is up, uncompressed, bottom row first as the format has it, pixel data from byte 62 on,
 * density in pixels per metre.
 */
public final class LiftBmp {
    private static final int DATA = 14 + 40 + 2 * 4;

    private LiftBmp() {}

    /**
     * The whole file.
     *
     * @param density of all ends and of all picks
     */
    public static byte[] write(BitGrid plan, Density density) {
        int stride = (LiftRows.bytes(plan) + 3) & ~3;
        int size = Math.addExact(DATA, Math.multiplyExact(stride, plan.rows()));
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'B').put((byte) 'M').putInt(size).putInt(0).putInt(DATA);
        out.putInt(40)
                .putInt(plan.columns())
                .putInt(plan.rows())
                .putShort((short) 1)
                .putShort((short) 1);
        out.putInt(0).putInt(size - DATA);
        out.putInt(IndexedPng.perMetre(density.endsPerCm())).putInt(IndexedPng.perMetre(density.linesPerCm()));
        out.putInt(2).putInt(0).putInt(0x000000).putInt(0xffffff);
        byte[] file = out.array();
        for (int row = 0; row < plan.rows(); row++) {
            LiftRows.copy(plan, row, file, DATA + (plan.rows() - 1 - row) * stride, true);
        }
        return file;
    }
}
