package dev.shuttle.loom.image;

import dev.shuttle.loom.image.PictureException.Code;
import dev.shuttle.loom.work.Deadline;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Decodes the bitstream of lossless WebP (RFC 9649, 3). */
final class Vp8lDecoder {
    private static final int LITERALS = 256;
    private static final int LENGTHS = 24;
    private static final int DISTANCES = 40;

    /** Of the 120 nearest pixels: rows above, four bits, and 8 less the columns to the left (RFC 9649, 3.6.2.2). */
    private static final String NEAR =
            "1807171928062729161a262a38053739151b363a252b48044749141c353b464a242c58454b343c03"
                    + "5759131d565a232d444c555b333d68026769121e666a222e545c434d656b323e78017779535d111f"
                    + "646c424e767a212f757b313f636d525e00747c414f1020626e30737d515f40727e616f50717f6070";

    /** The codes of one region: green with lengths and cached colours, red, blue, alpha, distance. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Group(Vp8lCode[] codes, boolean flat) {}

    private final LsbBits in;
    private final Deadline deadline;
    private final int width;
    private final int height;
    private final boolean alpha;

    /** For the bytes {@code from} to {@code end}, which begin with the signature. */
    Vp8lDecoder(byte[] file, int from, int end, Deadline deadline) throws PictureException {
        this(new LsbBits(file, from + 5, end), header(file, from, end), deadline);
    }

    /** For a stream without a header. */
    Vp8lDecoder(LsbBits in, int width, int height, Deadline deadline) {
        this.in = in;
        this.width = width;
        this.height = height;
        this.alpha = false;
        this.deadline = deadline;
    }

    private Vp8lDecoder(LsbBits in, long header, Deadline deadline) {
        this.in = in;
        this.deadline = deadline;
        this.width = 1 + (int) (header & 0x3fff);
        this.height = 1 + (int) (header >> 14 & 0x3fff);
        this.alpha = (header >> 28 & 1) == 1;
    }

    private static long header(byte[] file, int from, int end) throws PictureException {
        if (from + 5 > end) {
            throw new PictureException(Code.TRUNCATED_PICTURE, "the picture's end is missing");
        }
        if (file[from] != 0x2f || (file[from + 4] & 0xe0) != 0) {
            throw Vp8lCode.damaged();
        }
        return new Bytes(file).u32(from + 1L, true);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Packed ARGB, row after row. */
    int[] decode() throws PictureException {
        Deque<Vp8lTransform> transforms = new ArrayDeque<>();
        int packedWidth = width;
        int seen = 0;
        while (in.readFlag()) {
            int kind = in.read(2);
            if ((seen >> kind & 1) == 1) {
                throw Vp8lCode.damaged();
            }
            seen |= 1 << kind;
            Vp8lTransform transform = transform(kind, packedWidth);
            transforms.push(transform);
            packedWidth = kind == 3 ? blocks(packedWidth, transform.bits()) : packedWidth;
        }
        int[] pixels = image(packedWidth, height, true);
        for (Vp8lTransform transform : transforms) {
            deadline.check();
            pixels = transform.undo(pixels, height);
        }
        if (!alpha) {
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] |= 0xff000000;
            }
        }
        return pixels;
    }

    private static int blocks(int side, int bits) {
        return (side + (1 << bits) - 1) >> bits;
    }

    private Vp8lTransform transform(int kind, int packedWidth) throws PictureException {
        if (kind == 2) {
            return new Vp8lTransform(kind, packedWidth, 0, new int[0]);
        }
        if (kind == 3) {
            int size = 1 + in.read(8);
            int[] colours = image(size, 1, false);
            for (int i = 1; i < size; i++) {
                int alphaAndGreen = (colours[i] & 0xff00ff00) + (colours[i - 1] & 0xff00ff00);
                int redAndBlue = (colours[i] & 0x00ff00ff) + (colours[i - 1] & 0x00ff00ff);
                colours[i] = (alphaAndGreen & 0xff00ff00) | (redAndBlue & 0x00ff00ff);
            }
            return new Vp8lTransform(kind, packedWidth, size <= 2 ? 3 : size <= 4 ? 2 : size <= 16 ? 1 : 0, colours);
        }
        int bits = 2 + in.read(3);
        return new Vp8lTransform(
                kind, packedWidth, bits, image(blocks(packedWidth, bits), blocks(height, bits), false));
    }

    private int[] image(int columns, int rows, boolean main) throws PictureException {
        int cacheBits = in.readFlag() ? in.read(4) : 0;
        if (cacheBits > 11) {
            throw Vp8lCode.damaged();
        }
        int regionBits = 0;
        int[] regions = {};
        int groups = 1;
        if (main && in.readFlag()) {
            regionBits = 2 + in.read(3);
            regions = image(blocks(columns, regionBits), blocks(rows, regionBits), false);
            for (int i = 0; i < regions.length; i++) {
                regions[i] = regions[i] >> 8 & 0xffff;
                groups = Math.max(groups, regions[i] + 1);
            }
        }
        Group[] codes = new Group[groups];
        for (int i = 0; i < groups; i++) {
            deadline.check();
            codes[i] = group(cacheBits);
        }
        return pixels(columns, rows, cacheBits, codes, regions, regionBits);
    }

    private Group group(int cacheBits) throws PictureException {
        Vp8lCode[] codes = new Vp8lCode[5];
        boolean flat = true;
        for (int i = 0; i < 5; i++) {
            int greens = LITERALS + LENGTHS + (cacheBits == 0 ? 0 : 1 << cacheBits);
            codes[i] = Vp8lCode.read(in, i == 0 ? greens : i == 4 ? DISTANCES : LITERALS);
            flat &= i == 4 || codes[i].isSingle();
        }
        return new Group(codes, flat && codes[0].next(in) < LITERALS);
    }

    private int[] pixels(int columns, int rows, int cacheBits, Group[] groups, int[] regions, int regionBits)
            throws PictureException {
        int[] out = new int[Math.multiplyExact(columns, rows)];
        if (groups.length == 1 && groups[0].flat && cacheBits == 0) {
            Arrays.fill(out, literal(groups[0].codes, groups[0].codes[0].next(in)));
            return out;
        }
        int[] cache = new int[cacheBits == 0 ? 0 : 1 << cacheBits];
        int regionColumns = blocks(columns, regionBits);
        int x = 0;
        int y = 0;
        for (int i = 0; i < out.length; ) {
            Vp8lCode[] codes = groups[
                    regions.length == 0 ? 0 : regions[(y >> regionBits) * regionColumns + (x >> regionBits)]]
                    .codes;
            int symbol = codes[0].next(in);
            int from = i;
            if (symbol < LITERALS) {
                out[i++] = literal(codes, symbol);
            } else if (symbol < LITERALS + LENGTHS) {
                int length = prefixed(symbol - LITERALS);
                int distance = distance(prefixed(codes[4].next(in)), columns);
                if (distance > i || length > out.length - i) {
                    throw Vp8lCode.damaged();
                }
                for (int end = i + length; i < end; i++) {
                    out[i] = out[i - distance];
                }
            } else {
                out[i++] = cache[symbol - LITERALS - LENGTHS];
            }
            for (int t = from; cacheBits > 0 && t < i; t++) {
                cache[(0x1e35a7bd * out[t]) >>> (32 - cacheBits)] = out[t];
            }
            x += i - from;
            if (x >= columns) {
                y += x / columns;
                x %= columns;
                deadline.check();
            }
        }
        return out;
    }

    private int literal(Vp8lCode[] codes, int green) throws PictureException {
        int red = codes[1].next(in);
        int blue = codes[2].next(in);
        return codes[3].next(in) << 24 | red << 16 | green << 8 | blue;
    }

    private int prefixed(int prefix) throws PictureException {
        if (prefix < 4) {
            return prefix + 1;
        }
        int extra = (prefix - 2) >> 1;
        return ((2 + (prefix & 1)) << extra) + in.read(extra) + 1;
    }

    private static int distance(int code, int columns) {
        if (code > NEAR.length() / 2) {
            return code - NEAR.length() / 2;
        }
        int place = Integer.parseInt(NEAR, 2 * code - 2, 2 * code, 16);
        return Math.max(1, (place >> 4) * columns + 8 - (place & 15));
    }
}
