package dev.shuttle.loom.image;

import dev.shuttle.loom.image.PictureException.Code;

/** What a VP8 key frame says before its blocks (RFC 6386, section 9): sizes, quantisers, filters, probabilities. */
final class Vp8Frame {
    private static final int SEGMENTS = 4;
    private static final int HEADER_BYTES = 10;

    private final byte[] file;
    private final int end;
    final int width;
    final int height;
    final Vp8Bits modes;
    final Vp8Bits[] partitions;
    final int[] probabilities = Vp8Tables.COEFFICIENTS.clone();
    boolean segmentMap;
    final int[] segmentProbabilities = {255, 255, 255};
    boolean simpleFilter;
    int filterLevel;
    int sharpness;
    int skipProbability = -1;
    private boolean segmented;
    private boolean absolute;
    private final int[] segmentQuantisers = new int[SEGMENTS];
    private final int[] segmentLevels = new int[SEGMENTS];
    private final int[] referenceDeltas = new int[SEGMENTS];
    private final int[] modeDeltas = new int[SEGMENTS];
    private boolean deltas;
    private int quantiser;
    private final int[] quantiserDeltas = new int[5];

    /** Of the bytes {@code from} to {@code end}. */
    Vp8Frame(byte[] file, int from, int end) throws PictureException {
        this.file = file;
        this.end = end;
        if (from + HEADER_BYTES > end) {
            throw new PictureException(Code.TRUNCATED_PICTURE, "the picture's end is missing");
        }
        Bytes bytes = new Bytes(file);
        int tag = (int) bytes.u32(from, true) & 0xffffff;
        if ((tag & 1) != 0 || bytes.u8(from + 3L) != 0x9d || bytes.u8(from + 4L) != 1 || bytes.u8(from + 5L) != 0x2a) {
            throw Vp8lCode.damaged();
        }
        this.width = bytes.u16(from + 6L, true) & 0x3fff;
        this.height = bytes.u16(from + 8L, true) & 0x3fff;
        long firstEnd = (long) from + HEADER_BYTES + (tag >> 5);
        if (firstEnd > end) {
            throw new PictureException(Code.TRUNCATED_PICTURE, "the picture's end is missing");
        }
        this.modes = new Vp8Bits(file, from + HEADER_BYTES, (int) firstEnd);
        modes.read(2); // how colours and clamping were meant: neither matters here
        readSegments();
        readFilter();
        this.partitions = partitions((int) firstEnd, 1 << modes.read(2));
        readQuantisers();
        modes.flag();
        readProbabilities();
        modes.requireMore();
    }

    private void readSegments() {
        segmented = modes.flag();
        if (!segmented) {
            return;
        }
        segmentMap = modes.flag();
        if (modes.flag()) {
            absolute = modes.flag();
            for (int i = 0; i < SEGMENTS; i++) {
                segmentQuantisers[i] = modes.optional(7);
            }
            for (int i = 0; i < SEGMENTS; i++) {
                segmentLevels[i] = modes.optional(6);
            }
        }
        for (int i = 0; segmentMap && i < segmentProbabilities.length; i++) {
            segmentProbabilities[i] = modes.flag() ? modes.read(8) : 255;
        }
    }

    private void readFilter() {
        simpleFilter = modes.flag();
        filterLevel = modes.read(6);
        sharpness = modes.read(3);
        deltas = modes.flag();
        if (deltas && modes.flag()) {
            for (int i = 0; i < SEGMENTS; i++) {
                referenceDeltas[i] = modes.optional(6);
            }
            for (int i = 0; i < SEGMENTS; i++) {
                modeDeltas[i] = modes.optional(6);
            }
        }
    }

    private Vp8Bits[] partitions(int sizes, int count) throws PictureException {
        Vp8Bits[] parts = new Vp8Bits[count];
        int at = sizes + 3 * (count - 1);
        for (int i = 0; i < count; i++) {
            if (at > end) {
                throw new PictureException(Code.TRUNCATED_PICTURE, "the picture's end is missing");
            }
            int size = sizes + 3 * i;
            int length = i == count - 1
                    ? end - at
                    : (file[size] & 255) | (file[size + 1] & 255) << 8 | (file[size + 2] & 255) << 16;
            int partEnd = Math.min(end, at + length);
            parts[i] = new Vp8Bits(file, at, partEnd);
            at = partEnd;
        }
        return parts;
    }

    private void readQuantisers() {
        quantiser = modes.read(7);
        for (int i = 0; i < quantiserDeltas.length; i++) {
            quantiserDeltas[i] = modes.optional(4);
        }
    }

    private void readProbabilities() {
        for (int i = 0; i < probabilities.length; i++) {
            if (modes.bit(Vp8Tables.UPDATES[i]) == 1) {
                probabilities[i] = modes.read(8);
            }
        }
        if (modes.flag()) {
            skipProbability = modes.read(8);
        }
    }

    /** By segment, the steps of luma's first and other coefficients, of the means', of chroma's. */
    int[][] steps() {
        int[][] steps = new int[SEGMENTS][];
        for (int i = 0; i < SEGMENTS; i++) {
            int q = segmented ? segmentQuantisers[i] + (absolute ? 0 : quantiser) : quantiser;
            steps[i] = new int[] {
                step(Vp8Tables.DC_STEPS, q + quantiserDeltas[0], 127),
                step(Vp8Tables.AC_STEPS, q, 127),
                2 * step(Vp8Tables.DC_STEPS, q + quantiserDeltas[1], 127),
                Math.max(8, step(Vp8Tables.AC_STEPS, q + quantiserDeltas[2], 127) * 155 / 100),
                step(Vp8Tables.DC_STEPS, q + quantiserDeltas[3], 117),
                step(Vp8Tables.AC_STEPS, q + quantiserDeltas[4], 127)
            };
        }
        return steps;
    }

    private static int step(int[] steps, int index, int most) {
        return steps[Math.max(0, Math.min(most, index))];
    }

    /** How strongly a block is filtered, 0 to 63. */
    int level(int segment, boolean inBlocks) {
        int level = segmented ? segmentLevels[segment] + (absolute ? 0 : filterLevel) : filterLevel;
        if (deltas) {
            level += referenceDeltas[0] + (inBlocks ? modeDeltas[0] : 0);
        }
        return Math.max(0, Math.min(63, level));
    }
}
