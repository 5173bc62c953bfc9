package dev.shuttle.loom.image;

import dev.shuttle.loom.image.PictureException.Code;
import java.util.Arrays;

/** The blocks of a GIF up to its first picture (GIF89a, 17 to 25). */
final class GifFile {
    private static final int OPAQUE = 0xff000000;

    private final Bytes bytes;
    private int[] palette = greys();
    private int transparent = -1;
    private long descriptor;
    private long data;

    private GifFile(byte[] file) {
        this.bytes = new Bytes(file);
    }

    /** Reads up to where the first picture's data begin. */
    static GifFile read(byte[] file) throws PictureException {
        GifFile gif = new GifFile(file);
        gif.readBlocks();
        return gif;
    }

    private static int[] greys() {
        int[] greys = new int[256];
        for (int i = 0; i < 256; i++) {
            greys[i] = OPAQUE | i * 0x010101;
        }
        return greys;
    }

    private void readBlocks() throws PictureException {
        long at = 13;
        int flags = bytes.u8(10);
        if ((flags & 0x80) != 0) {
            at = readPalette(at, 2 << (flags & 7));
        }
        while (bytes.u8(at) != ',') {
            int block = bytes.u8(at);
            if (block == ';') {
                throw new PictureException(Code.UNSUPPORTED_PICTURE, "a GIF without a picture");
            }
            if (block != '!') {
                at++; // stray bytes between blocks are passed over, as other readers do
                continue;
            }
            if (bytes.u8(at + 1) == 0xf9 && bytes.u8(at + 2) >= 4) {
                transparent = (bytes.u8(at + 3) & 1) == 1 ? bytes.u8(at + 6) : -1;
            }
            at += 2;
            while (bytes.u8(at) != 0) {
                at += 1 + bytes.u8(at);
            }
            at++;
        }
        descriptor = at;
        at += 10;
        int local = bytes.u8(descriptor + 9);
        data = (local & 0x80) != 0 ? readPalette(at, 2 << (local & 7)) : at;
        if (transparent >= 0) {
            palette[transparent] = 0;
        }
    }

    private long readPalette(long at, int size) throws PictureException {
        palette = new int[256];
        Arrays.fill(palette, OPAQUE);
        for (int i = 0; i < size; i++) {
            long entry = at + 3L * i;
            palette[i] = OPAQUE | bytes.u8(entry) << 16 | bytes.u8(entry + 1) << 8 | bytes.u8(entry + 2);
        }
        return at + 3L * size;
    }

    /** The screen's width, or as much as the picture needs. */
    int canvasWidth() throws PictureException {
        return Math.max(bytes.u16(6, true), left() + width());
    }

    int canvasHeight() throws PictureException {
        return Math.max(bytes.u16(8, true), top() + height());
    }

    int left() throws PictureException {
        return bytes.u16(descriptor + 1, true);
    }

    int top() throws PictureException {
        return bytes.u16(descriptor + 3, true);
    }

    int width() throws PictureException {
        return bytes.u16(descriptor + 5, true);
    }

    int height() throws PictureException {
        return bytes.u16(descriptor + 7, true);
    }

    boolean isInterlaced() throws PictureException {
        return (bytes.u8(descriptor + 9) & 0x40) != 0;
    }

    /** 0xAARRGGBB by index, all 256. */
    int[] palette() {
        return palette;
    }

    /** Where the code size stands, which the data follow. */
    long data() {
        return data;
    }
}
