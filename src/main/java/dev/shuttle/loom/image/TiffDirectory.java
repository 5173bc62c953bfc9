package dev.shuttle.loom.image;

import dev.shuttle.loom.image.PictureException.Code;

/** The first directory (IFD0) of a TIFF block, which is also how EXIF data begin (TIFF 6.0, section 2). */
final class TiffDirectory {
    static final int WIDTH = 256;
    static final int HEIGHT = 257;
    static final int ORIENTATION = 274;
    static final int SAMPLES_PER_PIXEL = 277;
    private static final int SHORT = 3;

    private final Bytes bytes;
    private final long start;
    private final boolean littleEndian;

    TiffDirectory(Bytes bytes, long start) throws PictureException {
        this.bytes = bytes;
        this.start = start;
        this.littleEndian = bytes.has(start, "II");
        if (!littleEndian && !bytes.has(start, "MM")) {
            throw new PictureException(Code.UNSUPPORTED_PICTURE, "a TIFF block without its byte order");
        }
    }

    /** The first value of a SHORT or LONG entry, or {@code otherwise} where there is none. */
    long value(int tag, long otherwise) throws PictureException {
        long directory = start + bytes.u32(start + 4, littleEndian);
        int entries = bytes.u16(directory, littleEndian);
        for (int i = 0; i < entries; i++) {
            long at = directory + 2 + 12L * i;
            if (bytes.u16(at, littleEndian) == tag) {
                boolean isShort = bytes.u16(at + 2, littleEndian) == SHORT;
                return isShort ? bytes.u16(at + 8, littleEndian) : bytes.u32(at + 8, littleEndian);
            }
        }
        return otherwise;
    }

    Orientation orientation() throws PictureException {
        return Orientation.ofExif((int) value(ORIENTATION, 1));
    }
}
