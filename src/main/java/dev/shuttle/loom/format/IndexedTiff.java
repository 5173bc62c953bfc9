package dev.shuttle.loom.format;

import dev.shuttle.loom.design.PointPaper;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A point paper as TIFF: palette colour, 8 bits, one uncompressed strip, resolution in pixels per centimetre (TIFF 6.0,
 * sections 5 and 8).
 */
public final class IndexedTiff {
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int ENTRIES = 14;
    private static final int DIRECTORY = 8;
    private static final int RESOLUTION = DIRECTORY + 2 + 12 * ENTRIES + 4;
    private static final int COLOURS = RESOLUTION + 16;
    private static final int DATA = COLOURS + 3 * 256 * 2;

    private IndexedTiff() {}

    /** The whole file. */
    public static byte[] write(PointPaper paper) {
        return write(paper, "");
    }

    /**
     * The whole file with a description.
     *
     * @param description ASCII; may be empty
     */
    public static byte[] write(PointPaper paper, String description) {
        byte[] text = (description + "\0").getBytes(StandardCharsets.US_ASCII);
        int size = Math.addExact(DATA, Math.addExact(paper.labels().length, text.length));
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I')
                .put((byte) 'I')
                .putShort((short) 42)
                .putInt(DIRECTORY)
                .putShort((short) ENTRIES);
        entry(out, 256, LONG, 1, paper.ends());
        entry(out, 257, LONG, 1, paper.lines());
        entry(out, 258, SHORT, 1, 8);
        entry(out, 259, SHORT, 1, 1);
        entry(out, 262, SHORT, 1, 3);
        entry(out, 270, ASCII, text.length, text.length > 4 ? DATA + paper.labels().length : 0);
        entry(out, 273, LONG, 1, DATA);
        entry(out, 277, SHORT, 1, 1);
        entry(out, 278, LONG, 1, paper.lines());
        entry(out, 279, LONG, 1, paper.labels().length);
        entry(out, 282, RATIONAL, 1, RESOLUTION);
        entry(out, 283, RATIONAL, 1, RESOLUTION + 8);
        entry(out, 296, SHORT, 1, 3);
        entry(out, 320, SHORT, 3 * 256, COLOURS);
        out.putInt(0);
        out.putInt((int) Math.round(1000 * paper.density().endsPerCm())).putInt(1000);
        out.putInt((int) Math.round(1000 * paper.density().linesPerCm())).putInt(1000);
        colours(out, paper.palette().packed());
        out.put(paper.labels());
        out.put(text);
        return out.array();
    }

    private static void entry(ByteBuffer out, int tag, int type, int count, int value) {
        out.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static void colours(ByteBuffer out, int[] palette) {
        for (int shift = 16; shift >= 0; shift -= 8) {
            for (int i = 0; i < 256; i++) {
                int level = i < palette.length ? palette[i] >> shift & 255 : 0;
                out.putShort((short) (257 * level));
            }
        }
    }
}
