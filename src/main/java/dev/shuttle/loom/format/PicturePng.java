package dev.shuttle.loom.format;

import dev.shuttle.loom.work.RowBands;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** A picture for the eye as PNG: three bytes a pixel, or a few bits where it has a table of colours. */
public final class PicturePng {
    /** Looked at a few times: the next levels take three to five parts of time for one of size. */
    private static final int LEVEL = 1;

    private PicturePng() {}

    /** A picture of areas. Its rows are filtered, see {@link #woven}. */
    public static byte[] areas(BufferedImage image, RowBands bands) {
        return coloured(image, true, bands);
    }

    /**
     * A picture of yarns. Its rows are not filtered, since deflate finds a repeated weave best so: a quarter smaller than
     * filtered.
     *
     * @param image of type {@link BufferedImage#TYPE_3BYTE_BGR}, whole, no part of another
     * @param bands share the compressing out; the bytes do not depend on how many workers there are
     */
    public static byte[] woven(BufferedImage image, RowBands bands) {
        return coloured(image, false, bands);
    }

    private static byte[] coloured(BufferedImage image, boolean lessAbove, RowBands bands) {
        if (image.getType() != BufferedImage.TYPE_3BYTE_BGR) {
            throw new IllegalArgumentException("an image of type " + image.getType());
        }
        RgbRows rows = new RgbRows(pixels(image), image.getWidth(), lessAbove);
        byte[] data = ParallelDeflate.zlib(image.getHeight(), rows.bytes(), LEVEL, rows::copy, bands);
        ByteArrayOutputStream out = begun(image, 8, 2, data.length);
        IndexedPng.chunk(out, "IDAT", data);
        IndexedPng.chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** A picture with a table of colours, of type {@link BufferedImage#TYPE_BYTE_BINARY}. */
    public static byte[] indexed(BufferedImage image, RowBands bands) {
        byte[] pixels = pixels(image);
        IndexColorModel colours = (IndexColorModel) image.getColorModel();
        int bits = colours.getPixelSize();
        int stride = (image.getWidth() * bits + 7) / 8;
        byte[] data = ParallelDeflate.zlib(
                image.getHeight(),
                stride + 1,
                LEVEL,
                (row, to, at) -> System.arraycopy(pixels, row * stride, to, at + 1, stride),
                bands);
        ByteArrayOutputStream out = begun(image, bits, 3, data.length);
        IndexedPng.chunk(out, "PLTE", table(colours));
        IndexedPng.chunk(out, "IDAT", data);
        IndexedPng.chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] pixels(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    private static ByteArrayOutputStream begun(BufferedImage image, int bits, int colourType, int length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(length + 1024);
        IndexedPng.signature(out);
        IndexedPng.chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(image.getWidth())
                        .putInt(image.getHeight())
                        .put(new byte[] {(byte) bits, (byte) colourType, 0, 0, 0})
                        .array());
        return out;
    }

    private static byte[] table(IndexColorModel colours) {
        byte[] table = new byte[3 * colours.getMapSize()];
        for (int i = 0; i < colours.getMapSize(); i++) {
            table[3 * i] = (byte) colours.getRed(i);
            table[3 * i + 1] = (byte) colours.getGreen(i);
            table[3 * i + 2] = (byte) colours.getBlue(i);
        }
        return table;
    }
}
