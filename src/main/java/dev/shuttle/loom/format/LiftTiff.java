package dev.shuttle.loom.format;

import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.weave.BitGrid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A lift plan as TIFF: 1 bit, black is up (photometric 0, white is zero, as a bitmap of Photoshop), one uncompressed strip,
 * resolution in pixels per centimetre (TIFF 6.0, section 3).
 */
public final class LiftTiff {
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int ENTRIES = 12;
    private static final int DIRECTORY = 8;
    private static final int RESOLUTION = DIRECTORY + 2 + 12 * ENTRIES + 4;
    private static final int DATA = RESOLUTION + 16;

    private LiftTiff() {}

    /**
     * The whole file.
     *
     * @param density of all ends and of all picks
     */
    public static byte[] write(BitGrid plan, Density density) {
        int stride = LiftRows.bytes(plan);
        int bytes = Math.multiplyExact(stride, plan.rows());
        ByteBuffer out = ByteBuffer.allocate(Math.addExact(DATA, bytes)).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I')
                .put((byte) 'I')
                .putShort((short) 42)
                .putInt(DIRECTORY)
                .putShort((short) ENTRIES);
        entry(out, 256, LONG, plan.columns());
        entry(out, 257, LONG, plan.rows());
        entry(out, 258, SHORT, 1);
        entry(out, 259, SHORT, 1);
        entry(out, 262, SHORT, 0);
        entry(out, 273, LONG, DATA);
        entry(out, 277, SHORT, 1);
        entry(out, 278, LONG, plan.rows());
        entry(out, 279, LONG, bytes);
        entry(out, 282, RATIONAL, RESOLUTION);
        entry(out, 283, RATIONAL, RESOLUTION + 8);
        entry(out, 296, SHORT, 3);
        out.putInt(0);
        out.putInt((int) Math.round(1000 * density.endsPerCm())).putInt(1000);
        out.putInt((int) Math.round(1000 * density.linesPerCm())).putInt(1000);
        byte[] file = out.array();
        for (int row = 0; row < plan.rows(); row++) {
            LiftRows.copy(plan, row, file, DATA + row * stride, false);
        }
        return file;
    }

    private static void entry(ByteBuffer out, int tag, int type, int value) {
        out.putShort((short) tag).putShort((short) type).putInt(1).putInt(value);
    }
}
