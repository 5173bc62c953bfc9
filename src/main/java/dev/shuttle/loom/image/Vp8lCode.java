package dev.shuttle.loom.image;

import dev.shuttle.loom.image.PictureException.Code;

/** A prefix code of lossless WebP: canonical, up to 15 bits, each code's first bit read first (RFC 9649, 3.7.2.1). */
final class Vp8lCode {
    private static final int LONGEST = 15;
    private static final int TABLE_BITS = 9;
    private static final int[] ORDER = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

    private final int bits;
    /** By the next bits: the symbol and, in the lowest four bits, its length; length 0 where it is longer than the table. */
    private final int[] table;

    private final int[] counts;
    private final int[] sorted;

    private Vp8lCode(int bits, int[] table, int[] counts, int[] sorted) {
        this.bits = bits;
        this.table = table;
        this.counts = counts;
        this.sorted = sorted;
    }

    /** A code for {@code symbols} symbols. */
    static Vp8lCode read(LsbBits in, int symbols) throws PictureException {
        return in.readFlag() ? readSimple(in, symbols) : of(readLengths(in, symbols));
    }

    private static Vp8lCode readSimple(LsbBits in, int symbols) throws PictureException {
        boolean two = in.readFlag();
        int first = in.read(in.readFlag() ? 8 : 1);
        int second = two ? in.read(8) : first;
        if (Math.max(first, second) >= symbols) {
            throw damaged();
        }
        return first == second && !two
                ? single(first)
                : new Vp8lCode(1, new int[] {first << 4 | 1, second << 4 | 1}, new int[0], new int[0]);
    }

    private static Vp8lCode single(int symbol) {
        return new Vp8lCode(0, new int[] {symbol << 4}, new int[0], new int[0]);
    }

    private static int[] readLengths(LsbBits in, int symbols) throws PictureException {
        int[] lengthsOfLengths = new int[ORDER.length];
        int given = 4 + in.read(4);
        for (int i = 0; i < given; i++) {
            lengthsOfLengths[ORDER[i]] = in.read(3);
        }
        Vp8lCode code = of(lengthsOfLengths);
        int left = in.readFlag() ? 2 + in.read(2 + 2 * in.read(3)) : symbols;
        int[] lengths = new int[symbols];
        int before = 8;
        for (int symbol = 0; symbol < symbols && left-- > 0; ) {
            int length = code.next(in);
            if (length < 16) {
                lengths[symbol++] = length;
                before = length == 0 ? before : length;
                continue;
            }
            int repeats = length == 16 ? 3 + in.read(2) : length == 17 ? 3 + in.read(3) : 11 + in.read(7);
            if (symbol + repeats > symbols) {
                throw damaged();
            }
            for (int i = 0; i < repeats; i++) {
                lengths[symbol++] = length == 16 ? before : 0;
            }
        }
        return lengths;
    }

    private static Vp8lCode of(int[] lengths) throws PictureException {
        int[] counts = new int[LONGEST + 1];
        int used = 0;
        int last = 0;
        int longest = 0;
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            if (lengths[symbol] > 0) {
                counts[lengths[symbol]]++;
                used++;
                last = symbol;
                longest = Math.max(longest, lengths[symbol]);
            }
        }
        if (used == 1) {
            return single(last);
        }
        int[] offsets = new int[LONGEST + 2];
        int room = 1;
        for (int length = 1; length <= LONGEST; length++) {
            room = 2 * room - counts[length];
            offsets[length + 1] = offsets[length] + counts[length];
            if (room < 0) {
                throw damaged();
            }
        }
        if (room != 0) {
            throw damaged();
        }
        int[] sorted = new int[used];
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            if (lengths[symbol] > 0) {
                sorted[offsets[lengths[symbol]]++] = symbol;
            }
        }
        int bits = Math.min(TABLE_BITS, longest);
        return new Vp8lCode(bits, table(bits, counts, sorted), counts, sorted);
    }

    private static int[] table(int bits, int[] counts, int[] sorted) {
        int[] table = new int[1 << bits];
        int code = 0;
        int index = 0;
        for (int length = 1; length <= bits; length++, code <<= 1) {
            for (int i = 0; i < counts[length]; i++, code++, index++) {
                int reversed = Integer.reverse(code) >>> (32 - length);
                for (int at = reversed; at < table.length; at += 1 << length) {
                    table[at] = sorted[index] << 4 | length;
                }
            }
        }
        return table;
    }

    /** Whether its only symbol needs no bits. */
    boolean isSingle() {
        return bits == 0;
    }

    /** The next symbol. */
    int next(LsbBits in) throws PictureException {
        int entry = table[in.peek(bits)];
        int length = entry & 15;
        if (length > 0) {
            in.skip(length);
            return entry >> 4;
        }
        return bits == 0 ? entry >> 4 : longer(in);
    }

    private int longer(LsbBits in) throws PictureException {
        int all = in.peek(LONGEST);
        int code = 0;
        int first = 0;
        int index = 0;
        for (int length = 1; length <= LONGEST; length++) {
            code |= all >> (length - 1) & 1;
            int count = counts[length];
            if (code - first < count) {
                in.skip(length);
                return sorted[index + code - first];
            }
            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }
        throw damaged();
    }

    static PictureException damaged() {
        return new PictureException(Code.UNSUPPORTED_PICTURE, "the WebP's data are damaged");
    }
}
