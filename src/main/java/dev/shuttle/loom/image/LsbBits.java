package dev.shuttle.loom.image;

import dev.shuttle.loom.image.PictureException.Code;

/** Bits of a part of a file, the lowest of each byte first; knows when the part ends too early. */
final class LsbBits {
    private final byte[] file;
    private final int end;
    private int at;
    private long buffer;
    private int held;

    /** The bytes {@code from} to {@code end}. */
    LsbBits(byte[] file, int from, int end) {
        this.file = file;
        this.at = from;
        this.end = end;
    }

    /** The next {@code count} bits, 0 to 32, without taking them; past the end they are 0. */
    int peek(int count) {
        if (held < count) {
            fill();
        }
        return (int) (buffer & (1L << count) - 1);
    }

    private void fill() {
        while (held <= 56 && at < end) {
            buffer |= (file[at++] & 255L) << held;
            held += 8;
        }
    }

    /** Takes bits that were looked at. */
    void skip(int count) throws PictureException {
        if (count > held) {
            throw new PictureException(Code.TRUNCATED_PICTURE, "the picture's end is missing");
        }
        buffer >>>= count;
        held -= count;
    }

    int read(int count) throws PictureException {
        int bits = peek(count);
        skip(count);
        return bits;
    }

    boolean readFlag() throws PictureException {
        return read(1) == 1;
    }
}
