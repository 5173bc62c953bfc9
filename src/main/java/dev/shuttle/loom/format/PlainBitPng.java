package dev.shuttle.loom.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.shuttle.loom.weave.BitGrid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads a PNG of one grey bit whose rows are neither filtered nor interlaced, as lift plans have it: the JDK's reader sets
 * such pixels one by one. Others are left to that.
 */
final class PlainBitPng {
    private static final int SIGNATURE = 8;
    private static final byte[] FORMAT = {1, 0, 0, 0, 0};

    private final ByteBuffer file;
    private final ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    private int width;
    private int height;

    private PlainBitPng(byte[] file) {
        this.file = ByteBuffer.wrap(file);
    }

    /**
     * The bits, 1 where they are black; empty where it is another kind of picture.
     *
     * @throws IOException where the file is damaged
     */
    static Optional<BitGrid> read(byte[] file) throws IOException {
        if (file.length < SIGNATURE || !new String(file, 0, SIGNATURE, ISO_8859_1).equals("\u0089PNG\r\n\u001a\n")) {
            return Optional.empty();
        }
        PlainBitPng png = new PlainBitPng(file);
        return png.isPlain() ? png.bits() : Optional.empty();
    }

    /** Reads all chunks. */
    private boolean isPlain() throws IOException {
        boolean plain = false;
        file.position(SIGNATURE);
        while (file.hasRemaining()) {
            ByteBuffer chunk = chunk();
            String type = new String(bytes(chunk, 4), ISO_8859_1);
            if (type.equals("IHDR")) {
                width = chunk.getInt();
                height = chunk.getInt();
                plain = ByteBuffer.wrap(FORMAT).equals(chunk);
            } else if (type.equals("IDAT")) {
                deflated.writeBytes(bytes(chunk, chunk.remaining()));
            } else if (type.equals("PLTE") || type.equals("tRNS")) {
                plain = false;
            }
        }
        return plain;
    }

    /** The next chunk's type and data. */
    private ByteBuffer chunk() throws IOException {
        int length = file.remaining() < 12 ? -1 : file.getInt();
        if (length < 0 || length > file.remaining() - 8) {
            throw new IOException("a PNG that is cut off");
        }
        ByteBuffer chunk = file.slice(file.position(), length + 4);
        CRC32 crc = new CRC32();
        crc.update(chunk.duplicate());
        file.position(file.position() + length + 4);
        if (file.getInt() != (int) crc.getValue()) {
            throw new IOException("a PNG with a wrong checksum");
        }
        return chunk;
    }

    private static byte[] bytes(ByteBuffer from, int count) {
        byte[] bytes = new byte[count];
        from.get(bytes);
        return bytes;
    }

    private Optional<BitGrid> bits() throws IOException {
        int stride = (width + 7) / 8 + 1;
        byte[] rows = new byte[Math.multiplyExact(stride, height)];
        inflate(rows);
        BitGrid plan = new BitGrid(height, width);
        for (int row = 0; row < height; row++) {
            if (rows[row * stride] != 0) {
                return Optional.empty();
            }
            LiftPicture.copy(rows, row * stride + 1, stride - 1, plan, row, false);
        }
        return Optional.of(plan);
    }

    private void inflate(byte[] rows) throws IOException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(deflated.toByteArray());
            int done = 0;
            int count;
            do {
                count = inflater.inflate(rows, done, rows.length - done);
                done += count;
            } while (count > 0);
            if (done != rows.length || inflater.inflate(new byte[1]) > 0 || !inflater.finished()) {
                throw new IOException("a PNG with pixels too few or too many");
            }
        } catch (DataFormatException e) {
            throw new IOException("a PNG that cannot be inflated", e);
        } finally {
            inflater.end();
        }
    }
}
