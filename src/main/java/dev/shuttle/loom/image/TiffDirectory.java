package dev.shuttle.loom.image;

import dev.shuttle.loom.image.PictureException.Code;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A directory (IFD) of a TIFF block, which is also how EXIF data begin (TIFF 6.0, section 2). */
final class TiffDirectory {
    static final int SUBFILE_TYPE = 254;
    static final int WIDTH = 256;
    static final int HEIGHT = 257;
    static final int BITS_PER_SAMPLE = 258;
    static final int COMPRESSION = 259;
    static final int PHOTOMETRIC = 262;
    static final int ORIENTATION = 274;
    static final int SAMPLES_PER_PIXEL = 277;
    static final int WHITE_POINT = 318;
    static final int SUB_DIRECTORIES = 330;
    static final int EXTRA_SAMPLES = 338;
    static final int SAMPLE_FORMAT = 339;
    static final int DECODE = 433;
    static final int LUMA_SHARES = 529;
    static final int REFERENCE_BLACK_WHITE = 532;
    static final int XMP = 700;
    static final int PROFILE = 34675;

    private static final int SHORT = 3;
    private static final int RATIONAL = 5;
    private static final int SIGNED_RATIONAL = 10;
    private static final int MOST_RATIONALS = 16;
    private static final int MOST_DIRECTORIES = 64;
    private static final int MOST_VALUE_BYTES = 4 << 20;
    private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

    private final Bytes bytes;
    private final long start;
    private final boolean littleEndian;
    private final long at;

    /** The first directory of the block that begins at {@code start}. */
    TiffDirectory(Bytes bytes, long start) throws PictureException {
        this.bytes = bytes;
        this.start = start;
        this.littleEndian = bytes.has(start, "II");
        if (!littleEndian && !bytes.has(start, "MM")) {
            throw new PictureException(Code.UNSUPPORTED_PICTURE, "a TIFF block without its byte order");
        }
        this.at = start + bytes.u32(start + 4, littleEndian);
    }

    private TiffDirectory(TiffDirectory first, long at) {
        this.bytes = first.bytes;
        this.start = first.start;
        this.littleEndian = first.littleEndian;
        this.at = at;
    }

    /** The first directory that holds no smaller version of another; this one, where there is none. */
    TiffDirectory ofPicture() throws PictureException {
        if (!isReduced()) {
            return this;
        }
        TiffDirectory best = this;
        for (TiffDirectory other : others()) {
            if (!other.isReduced() && (best == this || other.pixels() > best.pixels())) {
                best = other;
            }
        }
        return best;
    }

    private boolean isReduced() throws PictureException {
        return (value(SUBFILE_TYPE, 0) & 1) == 1;
    }

    private long pixels() throws PictureException {
        return value(WIDTH, 0) * value(HEIGHT, 0);
    }

    /** The directories that follow and those below, as far as they can be read. */
    private List<TiffDirectory> others() {
        List<TiffDirectory> found = new ArrayList<>();
        Set<Long> seen = new HashSet<>(List.of(at));
        Deque<TiffDirectory> open = new ArrayDeque<>(List.of(this));
        while (!open.isEmpty() && seen.size() < MOST_DIRECTORIES) {
            TiffDirectory directory = open.remove();
            try {
                long[] below = directory.values(SUB_DIRECTORIES);
                long[] places = Arrays.copyOf(below, below.length + 1);
                places[below.length] = directory.next();
                for (long place : places) {
                    if (place > 0 && seen.size() < MOST_DIRECTORIES && seen.add(start + place)) {
                        TiffDirectory other = new TiffDirectory(this, start + place);
                        other.value(WIDTH, 0);
                        found.add(other);
                        open.add(other);
                    }
                }
            } catch (PictureException broken) {
                // what cannot be read is no picture
            }
        }
        return found;
    }

    private long next() throws PictureException {
        return bytes.u32(at + 2 + 12L * bytes.u16(at, littleEndian), littleEndian);
    }

    /** The head of a file whose first directory is this one: byte order, 42, the place. */
    byte[] head() throws PictureException {
        byte[] head = new byte[8];
        long place = at - start;
        for (int i = 0; i < 4; i++) {
            head[i] = (byte) bytes.u8(start + i);
            head[4 + i] = (byte) (place >> (8 * (littleEndian ? i : 3 - i)));
        }
        return head;
    }

    /** The first value of a whole-number entry, or {@code otherwise} where there is none. */
    long value(int tag, long otherwise) throws PictureException {
        long[] values = values(tag);
        return values.length == 0 ? otherwise : values[0];
    }

    /** The values of a BYTE, SHORT or LONG entry; none where there is no such entry. */
    long[] values(int tag) throws PictureException {
        long entry = entry(tag);
        if (entry < 0) {
            return new long[0];
        }
        int size = size(entry);
        long from = valuesAt(entry, size);
        long[] values = new long[(int) Math.min(256, bytes.u32(entry + 4, littleEndian))];
        for (int i = 0; i < values.length; i++) {
            long place = from + (long) i * size;
            values[i] = switch (size) {
                case 1 -> bytes.u8(place);
                case 2 -> bytes.u16(place, littleEndian);
                default -> bytes.u32(place, littleEndian);
            };
        }
        return values;
    }

    /** The values of an entry of fractions or whole numbers; none where there is no such entry or one is no number. */
    double[] numbers(int tag) throws PictureException {
        long entry = entry(tag);
        int type = entry < 0 ? 0 : bytes.u16(entry + 2, littleEndian);
        if (type != RATIONAL && type != SIGNED_RATIONAL) {
            return Arrays.stream(values(tag)).asDoubleStream().toArray();
        }
        double[] values = new double[(int) Math.min(MOST_RATIONALS, bytes.u32(entry + 4, littleEndian))];
        for (int i = 0; i < values.length; i++) {
            long place = valuesAt(entry, 8) + 8L * i;
            values[i] = number(place, type) / number(place + 4, type);
            if (!Double.isFinite(values[i])) {
                return new double[0];
            }
        }
        return values;
    }

    private double number(long place, int type) throws PictureException {
        return type == RATIONAL ? bytes.u32(place, littleEndian) : bytes.s32(place, littleEndian);
    }

    /** Makes one SHORT of an entry, if it is there, in a copy of the file that this directory is read from. */
    void replace(byte[] copy, int tag, int value) throws PictureException {
        long entry = entry(tag);
        if (entry < 0) {
            return;
        }
        bytes.u8(entry + 11); // a damaged file may end within
        ByteBuffer out = ByteBuffer.wrap(copy).order(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        out.position((int) entry + 2);
        out.putShort((short) SHORT).putInt(1).putShort((short) value).putShort((short) 0);
    }

    /** An entry's bytes; null where there is none or they are not all there. */
    byte @Nullable [] data(int tag) throws PictureException {
        long entry = entry(tag);
        if (entry < 0) {
            return null;
        }
        int size = size(entry);
        long length = size * bytes.u32(entry + 4, littleEndian);
        return length > MOST_VALUE_BYTES ? null : bytes.copy(valuesAt(entry, size), length);
    }

    private int size(long entry) throws PictureException {
        int type = bytes.u16(entry + 2, littleEndian);
        return type < TYPE_BYTES.length ? Math.max(1, TYPE_BYTES[type]) : 1;
    }

    private long valuesAt(long entry, int size) throws PictureException {
        boolean inside = size * bytes.u32(entry + 4, littleEndian) <= 4;
        return inside ? entry + 8 : start + bytes.u32(entry + 8, littleEndian);
    }

    private long entry(int tag) throws PictureException {
        int entries = bytes.u16(at, littleEndian);
        for (int i = 0; i < entries; i++) {
            long entry = at + 2 + 12L * i;
            if (bytes.u16(entry, littleEndian) == tag) {
                return entry;
            }
        }
        return -1;
    }

    /** By the EXIF entry, if there is one. */
    @Nullable
    Orientation orientation() throws PictureException {
        long value = value(ORIENTATION, 0);
        return value >= 1 && value <= 8 ? Orientation.ofExif((int) value) : null;
    }
}
