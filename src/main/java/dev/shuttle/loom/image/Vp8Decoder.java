package dev.shuttle.loom.image;

import dev.shuttle.loom.work.Deadline;
import java.util.Arrays;

/** Decodes a VP8 key frame, which is what lossy WebP holds (RFC 6386). */
final class Vp8Decoder {
    private static final int IN_BLOCKS = 4;
    private static final int[] MODE_OF_BLOCKS = {0, 2, 3, 1};

    private final Vp8Frame frame;
    private final Deadline deadline;
    private final int columns;
    private final int rows;
    private final Vp8Plane luma;
    private final Vp8Plane blue;
    private final Vp8Plane red;
    private final Vp8Block block;
    private final int[][] steps;
    private final byte[] modesAbove;
    private final byte[] modesLeft = new byte[4];
    /** Whether the blocks above had coefficients: four of luma, two of each chroma, the means. */
    private final byte[] usedAbove;

    private final byte[] usedLeft = new byte[9];
    private final int[] coefficients = new int[25 * 16];
    private final boolean[] used = new boolean[24];
    private final byte[] levels;
    private final boolean[] inner;
    private final byte[] blockModes = new byte[16];
    private final byte[] aboveRight = new byte[4];

    Vp8Decoder(byte[] file, int from, int end, Deadline deadline) throws PictureException {
        this.frame = new Vp8Frame(file, from, end);
        this.deadline = deadline;
        this.columns = (frame.width + 15) / 16;
        this.rows = (frame.height + 15) / 16;
        this.luma = new Vp8Plane(16 * columns, 16 * rows);
        this.blue = new Vp8Plane(8 * columns, 8 * rows);
        this.red = new Vp8Plane(8 * columns, 8 * rows);
        this.block = new Vp8Block(luma);
        this.steps = frame.steps();
        this.modesAbove = new byte[4 * columns];
        this.usedAbove = new byte[9 * columns];
        this.levels = new byte[columns * rows];
        this.inner = new boolean[columns * rows];
    }

    Picture decode() throws PictureException {
        for (int y = 0; y < rows; y++) {
            deadline.check();
            Arrays.fill(modesLeft, (byte) 0);
            Arrays.fill(usedLeft, (byte) 0);
            Vp8Bits tokens = frame.partitions[y % frame.partitions.length];
            for (int x = 0; x < columns; x++) {
                macroblock(x, y, tokens);
            }
            frame.modes.requireMore();
            tokens.requireMore();
        }
        if (frame.filterLevel > 0) {
            new Vp8Filter(frame, luma, blue, red, deadline).apply(columns, rows, levels, inner);
        }
        return new Vp8Colours(luma, blue, red, deadline).picture(frame.width, frame.height);
    }

    private void macroblock(int x, int y, Vp8Bits tokens) {
        Vp8Bits in = frame.modes;
        int segment = frame.segmentMap ? segment(in) : 0;
        boolean skip = frame.skipProbability >= 0 && in.bit(frame.skipProbability) == 1;
        int mode = lumaMode(in);
        readBlockModes(in, mode, x);
        int chromaMode = in.bit(142) == 0 ? 0 : in.bit(114) == 0 ? 1 : in.bit(183) == 0 ? 2 : 3;
        boolean hasResidue = false;
        if (skip) {
            int means = mode == IN_BLOCKS ? 8 : 9;
            Arrays.fill(usedLeft, 0, means, (byte) 0);
            Arrays.fill(usedAbove, 9 * x, 9 * x + means, (byte) 0);
        } else {
            hasResidue = residue(tokens, mode, steps[segment], x);
        }
        predict(mode, chromaMode, x, y, hasResidue);
        levels[y * columns + x] = (byte) frame.level(segment, mode == IN_BLOCKS);
        inner[y * columns + x] = mode == IN_BLOCKS || hasResidue;
    }

    private int segment(Vp8Bits in) {
        int[] p = frame.segmentProbabilities;
        return in.bit(p[0]) == 0 ? in.bit(p[1]) : 2 + in.bit(p[2]);
    }

    private static int lumaMode(Vp8Bits in) {
        if (in.bit(145) == 0) {
            return IN_BLOCKS;
        }
        return in.bit(156) == 0 ? in.bit(163) : 2 + in.bit(128);
    }

    private void readBlockModes(Vp8Bits in, int mode, int x) {
        if (mode != IN_BLOCKS) {
            byte same = (byte) MODE_OF_BLOCKS[mode];
            Arrays.fill(modesLeft, same);
            Arrays.fill(modesAbove, 4 * x, 4 * x + 4, same);
            return;
        }
        for (int i = 0; i < 16; i++) {
            int above = 4 * x + (i & 3);
            byte read = (byte) blockMode(in, 9 * (10 * modesAbove[above] + modesLeft[i >> 2]));
            modesAbove[above] = read;
            modesLeft[i >> 2] = read;
            blockModes[i] = read;
        }
    }

    /** The tree of RFC 6386, 11.2, with its probabilities from {@code p} on. */
    private static int blockMode(Vp8Bits in, int p) {
        int[] t = Vp8Tables.BLOCK_MODES;
        if (in.bit(t[p]) == 0) {
            return 0;
        }
        if (in.bit(t[p + 1]) == 0) {
            return 1;
        }
        if (in.bit(t[p + 2]) == 0) {
            return 2;
        }
        if (in.bit(t[p + 3]) == 0) {
            return in.bit(t[p + 4]) == 0 ? 3 : 5 + in.bit(t[p + 5]);
        }
        if (in.bit(t[p + 6]) == 0) {
            return 4;
        }
        if (in.bit(t[p + 7]) == 0) {
            return 7;
        }
        return 8 + in.bit(t[p + 8]);
    }

    /** Reads a macroblock's coefficients; true where the pictures of any block change by them. */
    private boolean residue(Vp8Bits in, int mode, int[] step, int x) {
        Arrays.fill(coefficients, 0);
        int above = 9 * x;
        int first = 0;
        int kind = 3;
        if (mode != IN_BLOCKS) {
            int position = read(in, 1, usedAbove[above + 8] + usedLeft[8], step[2], step[3], 0, 24 * 16);
            usedAbove[above + 8] = usedLeft[8] = (byte) (position > 0 ? 1 : 0);
            spreadMeans();
            first = 1;
            kind = 0;
        }
        boolean any = false;
        for (int i = 0; i < 24; i++) {
            int plane = i < 16 ? 0 : i < 20 ? 4 : 6;
            int side = i < 16 ? 4 : 2;
            int number = i < 16 ? i : i - 16 & 3;
            int up = above + plane + number % side;
            int left = plane + number / side;
            int context = usedAbove[up] + usedLeft[left];
            int position = i < 16
                    ? read(in, kind, context, step[0], step[1], first, 16 * i)
                    : read(in, 2, context, step[4], step[5], 0, 16 * i);
            boolean nonzero = position > (i < 16 ? first : 0);
            usedAbove[up] = usedLeft[left] = (byte) (nonzero ? 1 : 0);
            used[i] = nonzero || coefficients[16 * i] != 0;
            any |= used[i];
        }
        return any;
    }

    /** Reads one block and returns where it ended. */
    private int read(Vp8Bits in, int kind, int context, int dc, int ac, int first, int to) {
        int[] probabilities = frame.probabilities;
        int p = 11 * (3 * (8 * kind + Vp8Tables.BANDS[first]) + context);
        int i = first;
        while (in.bit(probabilities[p]) == 1) {
            while (in.bit(probabilities[p + 1]) == 0) {
                if (++i == 16) {
                    return 16;
                }
                p = 33 * (8 * kind + Vp8Tables.BANDS[i]);
            }
            int value = 1;
            int next = 1;
            if (in.bit(probabilities[p + 2]) == 1) {
                value = large(in, p);
                next = 2;
            }
            value = in.flag() ? -value : value;
            coefficients[to + Vp8Tables.ZIGZAG[i]] = value * (i == 0 ? dc : ac);
            if (++i == 16) {
                return 16;
            }
            p = 11 * (3 * (8 * kind + Vp8Tables.BANDS[i]) + next);
        }
        return i;
    }

    private int large(Vp8Bits in, int p) {
        int[] probabilities = frame.probabilities;
        if (in.bit(probabilities[p + 3]) == 0) {
            return in.bit(probabilities[p + 4]) == 0 ? 2 : 3 + in.bit(probabilities[p + 5]);
        }
        if (in.bit(probabilities[p + 6]) == 0) {
            return in.bit(probabilities[p + 7]) == 0 ? 5 + in.bit(159) : 7 + 2 * in.bit(165) + in.bit(145);
        }
        int high = in.bit(probabilities[p + 8]);
        int kind = 2 * high + in.bit(probabilities[p + 9 + high]);
        int value = 0;
        for (int probability : Vp8Tables.EXTRA[kind]) {
            value = 2 * value + in.bit(probability);
        }
        return value + 3 + (8 << kind);
    }

    /** The means of the 16 blocks of luma come transformed as a block of their own (RFC 6386, 14.3). */
    private void spreadMeans() {
        int[] in = coefficients;
        int from = 24 * 16;
        int[] t = new int[16];
        for (int i = 0; i < 4; i++) {
            int a = in[from + i] + in[from + 12 + i];
            int b = in[from + 4 + i] + in[from + 8 + i];
            int c = in[from + 4 + i] - in[from + 8 + i];
            int d = in[from + i] - in[from + 12 + i];
            t[i] = a + b;
            t[8 + i] = a - b;
            t[4 + i] = d + c;
            t[12 + i] = d - c;
        }
        for (int i = 0; i < 4; i++) {
            int dc = t[4 * i] + 3;
            int a = dc + t[4 * i + 3];
            int b = t[4 * i + 1] + t[4 * i + 2];
            int c = t[4 * i + 1] - t[4 * i + 2];
            int d = dc - t[4 * i + 3];
            coefficients[64 * i] = (a + b) >> 3;
            coefficients[64 * i + 16] = (d + c) >> 3;
            coefficients[64 * i + 32] = (a - b) >> 3;
            coefficients[64 * i + 48] = (d - c) >> 3;
        }
    }

    private void predict(int mode, int chromaMode, int x, int y, boolean residue) {
        if (mode == IN_BLOCKS) {
            predictBlocks(x, y, residue);
        } else {
            luma.predict(mode, 16 * x, 16 * y, 16);
            for (int i = 0; residue && i < 16; i++) {
                if (used[i]) {
                    luma.add(coefficients, 16 * i, 16 * x + 4 * (i & 3), 16 * y + 4 * (i >> 2));
                }
            }
        }
        blue.predict(chromaMode, 8 * x, 8 * y, 8);
        red.predict(chromaMode, 8 * x, 8 * y, 8);
        for (int i = 16; residue && i < 24; i++) {
            if (used[i]) {
                Vp8Plane plane = i < 20 ? blue : red;
                plane.add(coefficients, 16 * i, 8 * x + 4 * (i & 1), 8 * y + 4 * (i >> 1 & 1));
            }
        }
    }

    private void predictBlocks(int x, int y, boolean residue) {
        byte[] samples = luma.samples();
        if (y == 0) {
            Arrays.fill(aboveRight, (byte) 127);
        } else if (x == columns - 1) {
            Arrays.fill(aboveRight, samples[luma.at(16 * x + 15, 16 * y - 1)]);
        } else {
            System.arraycopy(samples, luma.at(16 * x + 16, 16 * y - 1), aboveRight, 0, 4);
        }
        for (int i = 0; i < 16; i++) {
            int left = 16 * x + 4 * (i & 3);
            int top = 16 * y + 4 * (i >> 2);
            if ((i & 3) == 3) {
                block.predict(blockModes[i], left, top, aboveRight, 0);
            } else {
                block.predict(blockModes[i], left, top, samples, luma.at(left + 4, top - 1));
            }
            if (residue && used[i]) {
                luma.add(coefficients, 16 * i, left, top);
            }
        }
    }
}
