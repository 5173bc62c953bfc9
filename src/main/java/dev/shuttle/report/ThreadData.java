package dev.shuttle.report;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The point paper's compressed pixels, to stand within the page: a page opened from disk may show the picture beside it but
 * not read it. They are the PNG's own bytes, so nothing is decoded here.
 */
final class ThreadData {
    /** Larger point papers would make the page slow to open; it says so instead. A 24-megapixel paper has some 2 MB. */
    static final long LARGEST_FILE = 4_000_000;

    private static final long SIGNATURE = 0x89504e470d0a1a0aL;
    private static final int EIGHT_BIT_INDEXED = 0x0803_0000;

    private ThreadData() {}

    /** Base64 of the zlib stream: for each line a filter byte, then an index for each end. */
    static @Nullable String of(Path png) throws IOException {
        if (!Files.isRegularFile(png) || Files.size(png) > LARGEST_FILE) {
            return null;
        }
        try (InputStream file = Files.newInputStream(png);
                DataInputStream in = new DataInputStream(file)) {
            return in.readLong() == SIGNATURE ? pixels(in) : null;
        } catch (EOFException noWholePicture) {
            return null;
        }
    }

    private static @Nullable String pixels(DataInputStream in) throws IOException {
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        while (true) {
            byte[] data = new byte[Math.min(Math.max(0, in.readInt()), (int) LARGEST_FILE)];
            String type = new String(in.readNBytes(4), StandardCharsets.US_ASCII);
            in.readFully(data);
            in.readInt();
            if (type.equals("IHDR") && java.nio.ByteBuffer.wrap(data).getInt(8) != EIGHT_BIT_INDEXED) {
                return null;
            }
            if (type.equals("IDAT")) {
                pixels.writeBytes(data);
            }
            if (type.equals("IEND")) {
                return Base64.getEncoder().encodeToString(pixels.toByteArray());
            }
        }
    }
}
