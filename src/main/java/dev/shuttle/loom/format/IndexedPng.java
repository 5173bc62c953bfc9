package dev.shuttle.loom.format;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.work.RowBands;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A point paper as PNG: colour type 3, 8 bits, exactly the palette's colours, density in pHYs (pixels per metre), no
 * interlace, tRNS or gAMA (PNG specification; what weaving programs read).
 */
public final class IndexedPng {
    private IndexedPng() {}

    /** The whole file, compressed by one worker. */
    public static byte[] write(PointPaper paper) {
        return write(paper, 1);
    }

    /** The whole file, compressed by several workers; the bytes do not depend on how many. */
    public static byte[] write(PointPaper paper, int threads) {
        return write(paper, new RowBands(threads));
    }

    /** The whole file, compressed by these bands. */
    public static byte[] write(PointPaper paper, RowBands bands) {
        return write(paper, null, bands);
    }

    /**
     * The whole file with a comment, which most programs keep when they save it.
     *
     * @param comment ASCII; null: none
     */
    public static byte[] write(PointPaper paper, @Nullable String comment, RowBands bands) {
        byte[] data = ParallelDeflate.zlib(paper, bands);
        ByteArrayOutputStream out = new ByteArrayOutputStream(data.length + 1024);
        signature(out);
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(paper.ends())
                        .putInt(paper.lines())
                        .put(new byte[] {8, 3, 0, 0, 0})
                        .array());
        chunk(out, "pHYs", resolution(paper.density()));
        chunk(out, "PLTE", palette(paper));
        if (comment != null) {
            chunk(out, "tEXt", ("Comment\0" + comment).getBytes(StandardCharsets.ISO_8859_1));
        }
        chunk(out, "IDAT", data);
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    static void signature(ByteArrayOutputStream out) {
        out.writeBytes("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The content of pHYs. */
    static byte[] resolution(Density density) {
        return ByteBuffer.allocate(9)
                .putInt(perMetre(density.endsPerCm()))
                .putInt(perMetre(density.linesPerCm()))
                .put((byte) 1)
                .array();
    }

    static int perMetre(double perCm) {
        return (int) Math.round(100 * perCm);
    }

    private static byte[] palette(PointPaper paper) {
        byte[] rgb = new byte[3 * paper.palette().size()];
        for (int i = 0; i < paper.palette().size(); i++) {
            Rgb colour = paper.palette().rgb(i);
            rgb[3 * i] = (byte) colour.red();
            rgb[3 * i + 1] = (byte) colour.green();
            rgb[3 * i + 2] = (byte) colour.blue();
        }
        return rgb;
    }

    static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
