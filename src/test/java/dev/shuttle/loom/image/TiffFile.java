package dev.shuttle.loom.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Uncompressed TIFF files, big-endian, with directories as a test wants them. */
final class TiffFile {
    private static final int HEADER = 8;

    /** A directory: its pixels and its entries, each one LONG or SHORT, or bytes. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Directory(byte[] pixels, Map<Integer, Object> entries) {}

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
        entries.put(273, at + size);
        ByteBuffer out = ByteBuffer.allocate(size).putShort((short) entries.size());
        for (Map.Entry<Integer, Object> entry : entries.entrySet()) {
            out.putShort(entry.getKey().shortValue());
            if (entry.getValue() instanceof Integer number) {
                out.putShort((short) 4).putInt(1).putInt(number);
            } else {
                byte[] data = entry.getValue() instanceof short[] shorts ? bytes(shorts) : (byte[]) entry.getValue();
                boolean isShort = entry.getValue() instanceof short[];
                out.putShort((short) (isShort ? 3 : 7)).putInt(isShort ? data.length / 2 : data.length);
                if (data.length <= 4) {
                    out.put(data).position(out.position() + 4 - data.length);
                } else {
                    out.putInt(at + size + behind.size());
                    behind.writeBytes(data);
                    pad(behind);
                }
            }
        }
        out.putInt(last ? 0 : at + size + behind.size());
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(out.array());
        all.writeBytes(behind.toByteArray());
        return all.toByteArray();
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
