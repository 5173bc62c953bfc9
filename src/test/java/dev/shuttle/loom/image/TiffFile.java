package dev.shuttle.loom.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Uncompressed TIFF files, big-endian, with directories as a test wants them. */
final class TiffFile {
    private static final int HEADER = 8;

    /** A directory: its pixels and its entries, each one LONG, or LONGs, SHORTs, bytes or an encoded value. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Directory(byte[] pixels, Map<Integer, Object> entries) {}

    /** An entry's values as they stand in the file. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Value(int type, int count, byte[] data) {
        static Value of(Object value) {
            if (value instanceof Integer number) {
                return of(new int[] {number});
            }
            if (value instanceof int[] longs) {
                return new Value(4, longs.length, bytes(longs));
            }
            if (value instanceof short[] shorts) {
                return new Value(3, shorts.length, bytes(shorts));
            }
            return value instanceof byte[] bytes ? new Value(7, bytes.length, bytes) : (Value) value;
        }
    }

    /** The value of an entry of fractions: numerators and denominators in turn. */
    static Object fractions(int... numbers) {
        return new Value(5, numbers.length / 2, bytes(numbers));
    }

    private final List<Directory> directories = new ArrayList<>();

    /** One more directory, after the others. */
    TiffFile with(int width, int height, int samples, int bits, byte[] pixels, Map<Integer, Object> more) {
        Map<Integer, Object> entries = new TreeMap<>();
        entries.put(256, width);
        entries.put(257, height);
        entries.put(258, samples == 1 ? (Object) bits : bitsOfEach(samples, bits));
        entries.put(259, 1);
        entries.put(262, samples < 3 ? 1 : 2);
        entries.put(277, samples);
        entries.put(278, height);
        entries.put(279, pixels.length);
        entries.putAll(more);
        directories.add(new Directory(pixels, entries));
        return this;
    }

    private static short[] bitsOfEach(int samples, int bits) {
        short[] each = new short[samples];
        java.util.Arrays.fill(each, (short) bits);
        return each;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {'M', 'M', 0, 42, 0, 0, 0, HEADER});
        for (int i = 0; i < directories.size(); i++) {
            out.writeBytes(directory(directories.get(i), out.size(), i + 1 == directories.size()));
        }
        return out.toByteArray();
    }

    private static byte[] directory(Directory directory, int at, boolean last) {
        Map<Integer, Object> entries = directory.entries;
        int size = 2 + 12 * (entries.size() + 1) + 4;
        ByteArrayOutputStream behind = new ByteArrayOutputStream();
        behind.writeBytes(directory.pixels);
        pad(behind);
        entries.put(273, strips(entries.get(279), at + size));
        entries.replace(513, at + size);
        ByteBuffer out = ByteBuffer.allocate(size).putShort((short) entries.size());
        for (Map.Entry<Integer, Object> entry : entries.entrySet()) {
            Value value = Value.of(entry.getValue());
            byte[] data = value.data;
            out.putShort(entry.getKey().shortValue())
                    .putShort((short) value.type)
                    .putInt(value.count);
            if (data.length <= 4) {
                out.put(data).position(out.position() + 4 - data.length);
            } else {
                out.putInt(at + size + behind.size());
                behind.writeBytes(data);
                pad(behind);
            }
        }
        out.putInt(last ? 0 : at + size + behind.size());
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(out.array());
        all.writeBytes(behind.toByteArray());
        return all.toByteArray();
    }

    /** Where strips of so many bytes begin, one behind the other; the place itself for a single one. */
    private static Object strips(@Nullable Object bytes, int at) {
        if (!(bytes instanceof int[] lengths)) {
            return at;
        }
        int[] places = new int[lengths.length];
        for (int i = 0, place = at; i < places.length; place += lengths[i++]) {
            places[i] = place;
        }
        return places;
    }

    private static byte[] bytes(int[] numbers) {
        ByteBuffer out = ByteBuffer.allocate(4 * numbers.length);
        out.asIntBuffer().put(numbers);
        return out.array();
    }

    private static byte[] bytes(short[] shorts) {
        ByteBuffer out = ByteBuffer.allocate(2 * shorts.length);
        out.asShortBuffer().put(shorts);
        return out.array();
    }

    private static void pad(ByteArrayOutputStream out) {
        if (out.size() % 2 == 1) {
            out.write(0);
        }
    }
}
