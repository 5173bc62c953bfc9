package dev.shuttle.loom.image;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.image.PictureException.Code;
import dev.shuttle.loom.work.Deadline;

/** Decodes a GIF's first picture onto its screen (GIF89a, appendix F). */
final class GifDecoder {
    private static final int MOST_CODES = 1 << 12;

    private final Bytes bytes;
    private final GifFile gif;
    private final Rgb ground;
    private final Deadline deadline;
    private final byte[] pixels;
    private final short[] before = new short[MOST_CODES];
    private final byte[] last = new byte[MOST_CODES];
    private final byte[] stack = new byte[MOST_CODES + 2];
    private long at;
    private int blockLeft;
    private int buffer;
    private int held;
    private int done;

    GifDecoder(byte[] file, Rgb ground, Deadline deadline) throws PictureException {
        this.bytes = new Bytes(file);
        this.gif = GifFile.read(file);
        this.ground = ground;
        this.deadline = deadline;
        long size = (long) gif.width() * gif.height();
        if (size > MOST_CODES * 8L * file.length) {
            throw new PictureException(Code.TRUNCATED_PICTURE, "the GIF is too short for the pixels it claims");
        }
        this.pixels = new byte[(int) size];
        this.at = gif.data() + 1;
    }

    Picture decode() throws PictureException {
        decompress(bytes.u8(gif.data()));
        int[] palette = gif.palette();
        int width = gif.width();
        int[] rows = rows();
        return new ArgbPlacing(gif.canvasWidth(), gif.canvasHeight(), ground, ColourConversion.NONE, deadline)
                .place(
                        (y, argb) -> {
                            for (int x = 0, i = rows[y] * width; x < width; x++, i++) {
                                argb[x] = palette[pixels[i] & 255];
                            }
                        },
                        gif.left(),
                        gif.top(),
                        width,
                        gif.height());
    }

    /** By a row's place in the picture: as which it was stored. */
    private int[] rows() throws PictureException {
        int height = gif.height();
        int[] rows = new int[height];
        int stored = 0;
        int[] starts = gif.isInterlaced() ? new int[] {0, 4, 2, 1} : new int[] {0};
        for (int pass = 0; pass < starts.length; pass++) {
            int step = starts.length == 1 ? 1 : pass < 2 ? 8 : 8 >> (pass - 1);
            for (int y = starts[pass]; y < height; y += step) {
                rows[y] = stored++;
            }
        }
        return rows;
    }

    private void decompress(int codeSize) throws PictureException {
        if (codeSize < 1 || codeSize > 11) {
            throw new PictureException(Code.UNSUPPORTED_PICTURE, "a GIF with codes of " + codeSize + " bits");
        }
        int clear = 1 << codeSize;
        int size = codeSize + 1;
        int next = clear + 2;
        int previous = -1;
        int first = 0;
        while (done < pixels.length) {
            int code = code(size);
            if (code == clear) {
                size = codeSize + 1;
                next = clear + 2;
                previous = -1;
                deadline.check();
                continue;
            }
            if (code == clear + 1) {
                throw new PictureException(Code.TRUNCATED_PICTURE, "the GIF ends before its last row");
            }
            if (code > next || (code == next && previous < 0)) {
                throw new PictureException(Code.UNSUPPORTED_PICTURE, "the GIF's data are damaged");
            }
            first = write(code == next ? previous : code, clear, code == next, first);
            if (previous >= 0 && next < MOST_CODES) {
                before[next] = (short) previous;
                last[next++] = (byte) first;
                if (next == 1 << size && size < 12) {
                    size++;
                }
            }
            previous = code;
        }
    }

    /** Writes what a code stands for and returns its first pixel; where it is new, that is the one before and its first pixel again. */
    private int write(int code, int clear, boolean fresh, int firstBefore) {
        int depth = 0;
        if (fresh) {
            stack[depth++] = (byte) firstBefore;
        }
        int c = code;
        while (c >= clear) {
            stack[depth++] = last[c];
            c = before[c];
        }
        stack[depth++] = (byte) c;
        while (depth > 0 && done < pixels.length) {
            pixels[done++] = stack[--depth];
        }
        return c;
    }

    private int code(int size) throws PictureException {
        while (held < size) {
            while (blockLeft == 0) {
                blockLeft = bytes.u8(at++);
                if (blockLeft == 0) {
                    throw new PictureException(Code.TRUNCATED_PICTURE, "the GIF ends before its last row");
                }
            }
            buffer |= bytes.u8(at++) << held;
            held += 8;
            blockLeft--;
        }
        int code = buffer & (1 << size) - 1;
        buffer >>>= size;
        held -= size;
        return code;
    }
}
