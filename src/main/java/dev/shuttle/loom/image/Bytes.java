package dev.shuttle.loom.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A view on a file's bytes that reads numbers and knows when the file ends too early. */
final class Bytes {
    private final byte[] bytes;

    Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    int length() {
        return bytes.length;
    }

    int u8(long at) throws PictureException {
        if (at < 0 || at >= bytes.length) {
            throw new PictureException(
                    PictureException.Code.TRUNCATED_PICTURE, "the file ends after " + bytes.length + " bytes");
        }
        return bytes[(int) at] & 255;
    }

    int u16(long at, boolean littleEndian) throws PictureException {
        int first = u8(at);
        int second = u8(at + 1);
        return littleEndian ? second << 8 | first : first << 8 | second;
    }

    int s32(long at, boolean littleEndian) throws PictureException {
        int first = u16(at, littleEndian);
        int second = u16(at + 2, littleEndian);
        return littleEndian ? second << 16 | first : first << 16 | second;
    }

    long u32(long at, boolean littleEndian) throws PictureException {
        return s32(at, littleEndian) & 0xffffffffL;
    }

    /** A part of the file; null where it is not all there. */
    byte @Nullable [] copy(long at, long length) {
        return at < 0 || length < 0 || at + length > bytes.length
                ? null
                : Arrays.copyOfRange(bytes, (int) at, (int) (at + length));
    }

    boolean has(long at, String ascii) {
        if (at < 0 || at + ascii.length() > bytes.length) {
            return false;
        }
        return new String(bytes, (int) at, ascii.length(), StandardCharsets.ISO_8859_1).equals(ascii);
    }
}
