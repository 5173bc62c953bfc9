package dev.shuttle.loom.image;

import dev.shuttle.loom.image.PictureException.Code;

/** VP8's arithmetic decoder over a part of a file (RFC 6386, section 7). */
final class Vp8Bits {
    /** The last bits may be looked for a little behind the end. */
    private static final int MOST_PAST_END = 2;

    private final byte[] file;
    private final int end;
    private int at;
    private int range = 254;
    private int value;
    private int bits = -8;
    private int pastEnd;

    Vp8Bits(byte[] file, int from, int end) {
        this.file = file;
        this.at = from;
        this.end = end;
    }

    /** A bit that is 0 with a probability of {@code probability} in 256. */
    int bit(int probability) {
        while (bits < 0) {
            value <<= 8;
            if (at < end) {
                value |= file[at++] & 255;
            } else {
                pastEnd++;
            }
            bits += 8;
        }
        int split = (range * probability) >> 8;
        int bit = 0;
        if (value >> bits > split) {
            range -= split;
            value -= (split + 1) << bits;
            bit = 1;
        } else {
            range = split + 1;
        }
        int shift = Integer.numberOfLeadingZeros(range) - 24;
        bits -= shift;
        range = (range << shift) - 1;
        return bit;
    }

    boolean flag() {
        return bit(128) == 1;
    }

    int read(int count) {
        int number = 0;
        for (int i = 0; i < count; i++) {
            number = number << 1 | bit(128);
        }
        return number;
    }

    /** Magnitude, then sign. */
    int signed(int count) {
        int number = read(count);
        return flag() ? -number : number;
    }

    /** The same where a flag says that there is one, else 0. */
    int optional(int count) {
        return flag() ? signed(count) : 0;
    }

    /** Refuses data that ended before what was read. */
    void requireMore() throws PictureException {
        if (pastEnd > MOST_PAST_END) {
            throw new PictureException(Code.TRUNCATED_PICTURE, "the picture's end is missing");
        }
    }
}
