package dev.shuttle.loom.format;

import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.weave.BitGrid;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.Deflater;

/** A lift plan as PNG: grey, 1 bit, black is up, density in pHYs (pixels per metre). */
public final class LiftPng {
    private static final int LEVEL = 3;

    private LiftPng() {}

    /**
     * The whole file.
     *
     * @param density of all ends and of all picks
     */
    public static byte[] write(BitGrid plan, Density density) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        IndexedPng.signature(out);
        IndexedPng.chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(plan.columns())
                        .putInt(plan.rows())
                        .put(new byte[] {1, 0, 0, 0, 0})
                        .array());
        IndexedPng.chunk(out, "pHYs", IndexedPng.resolution(density));
        IndexedPng.chunk(out, "IDAT", deflated(plan));
        IndexedPng.chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] deflated(BitGrid plan) {
        int stride = LiftRows.bytes(plan) + 1;
        byte[] rows = new byte[Math.multiplyExact(stride, plan.rows())];
        for (int row = 0; row < plan.rows(); row++) {
            LiftRows.copy(plan, row, rows, row * stride + 1, true);
        }
        Deflater deflater = new Deflater(LEVEL);
        try {
            deflater.setInput(rows);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(rows.length / 4 + 64);
            byte[] buffer = new byte[1 << 15];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
