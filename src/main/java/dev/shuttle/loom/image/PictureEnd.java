package dev.shuttle.loom.image;

/**
 * Finds out by a file's structure, without decoding it, whether its end seems to be missing: as while it is still being written, or
 * where its room was reserved and is filled from the front. What is no picture at all lacks no end.
 */
public final class PictureEnd {
    private static final int SIGNATURE = 16;

    private final Bytes bytes;
    private final long length;

    private PictureEnd(byte[] file) {
        this.bytes = new Bytes(file);
        this.length = file.length;
    }

    /** Whether the file looks as if more were to come. */
    public static boolean isMissing(byte[] file) {
        if (file.length < SIGNATURE || isZero(file)) {
            return true;
        }
        PictureFormat format = PictureFormat.of(file).orElse(null);
        if (format == null) {
            return false;
        }
        try {
            return !new PictureEnd(file).isThere(format);
        } catch (PictureException endsInAField) {
            return true;
        }
    }

    private static boolean isZero(byte[] file) {
        for (int i = 0; i < SIGNATURE; i++) {
            if (file[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isThere(PictureFormat format) throws PictureException {
        return switch (format) {
            case PNG -> png();
            case JPEG -> jpeg();
            case GIF -> gif();
            case BMP -> bmp();
            case TIFF -> tiff();
            case WEBP -> webp();
        };
    }

    private boolean png() throws PictureException {
        long at = 8;
        while (at + 12 <= length && bytes.u8(at + 4) != 0) {
            if (bytes.has(at + 4, "IEND")) {
                return true;
            }
            at += 12 + bytes.u32(at, false);
        }
        return false;
    }

    /** Markers as in ITU T.81, B.1.1: in coded data 0xFF is followed by 0 or by a restart marker. */
    private boolean jpeg() throws PictureException {
        long at = 2;
        while (at < length) {
            if (bytes.u8(at) != 0xff) {
                at++;
                continue;
            }
            int marker = bytes.u8(at + 1);
            if (marker == 0xd9) {
                return true;
            }
            boolean isAlone = marker == 0xff || marker <= 1 || (marker >= 0xd0 && marker <= 0xd8);
            if (marker == 0xff) {
                at++;
            } else {
                at += isAlone ? 2 : 2 + Math.max(2, bytes.u16(at + 2, false));
            }
        }
        return false;
    }

    private boolean gif() throws PictureException {
        int flags = bytes.u8(10);
        long at = 13 + table(flags);
        while (true) {
            switch (bytes.u8(at)) {
                case 0x3b -> {
                    return true;
                }
                case 0x21 -> at = afterBlocks(at + 2);
                case 0x2c -> at = afterBlocks(at + 11 + table(bytes.u8(at + 9)));
                default -> {
                    return false;
                }
            }
        }
    }

    private static long table(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3L << ((flags & 7) + 1);
    }

    private long afterBlocks(long from) throws PictureException {
        long at = from;
        while (bytes.u8(at) != 0) {
            at += 1 + bytes.u8(at);
        }
        return at + 1;
    }

    private boolean bmp() throws PictureException {
        long pixelsAt = bytes.u32(10, true);
        if (bytes.u32(14, true) == 12) {
            return length >= pixelsAt + rows(bytes.u16(18, true), bytes.u16(20, true), bytes.u16(24, true));
        }
        long compression = bytes.u32(30, true);
        boolean isPlain = compression == 0 || compression == 3 || compression == 6;
        long pixels = isPlain
                ? rows(bytes.s32(18, true), Math.abs((long) bytes.s32(22, true)), bytes.u16(28, true))
                : bytes.u32(34, true);
        return length >= pixelsAt + pixels;
    }

    private static long rows(long width, long height, int bits) {
        return (width * bits + 31) / 32 * 4 * height;
    }

    /** The strips or tiles of the first directory; it may stand behind them. */
    private boolean tiff() throws PictureException {
        boolean little = bytes.has(0, "II");
        long directory = bytes.u32(4, little);
        if (directory == 0) {
            return false;
        }
        int entries = bytes.u16(directory, little);
        long[] offsets = {};
        long[] counts = {};
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + 12L * i;
            switch (bytes.u16(entry, little)) {
                case 273, 324 -> offsets = values(entry, little);
                case 279, 325 -> counts = values(entry, little);
                default -> {}
            }
        }
        for (int i = 0; i < offsets.length; i++) {
            if (offsets[i] + (i < counts.length ? counts[i] : 1) > length) {
                return false;
            }
        }
        return true;
    }

    private long[] values(long entry, boolean little) throws PictureException {
        int size = bytes.u16(entry + 2, little) == 3 ? 2 : 4;
        long count = bytes.u32(entry + 4, little);
        long at = count * size <= 4 ? entry + 8 : bytes.u32(entry + 8, little);
        if (at + count * size > length) {
            throw new PictureException(PictureException.Code.TRUNCATED_PICTURE, "the directory is cut short");
        }
        long[] values = new long[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = size == 2 ? bytes.u16(at + 2L * i, little) : bytes.u32(at + 4L * i, little);
        }
        return values;
    }

    private boolean webp() throws PictureException {
        long end = 8 + bytes.u32(4, true);
        long at = 12;
        while (at + 8 <= Math.min(end, length) && bytes.u8(at) != 0) {
            at += 8 + (bytes.u32(at + 4, true) + 1 & ~1L);
        }
        return length + 1 >= end && at + 1 >= end && at <= length + 1;
    }
}
