package dev.shuttle.loom.image;

import dev.shuttle.loom.image.PictureException.Code;

/** Finds size, channels and orientation in the headers of each format. */
final class HeaderReader {
    private final Bytes bytes;

    HeaderReader(byte[] file) {
        this.bytes = new Bytes(file);
    }

    PictureHeader read(PictureFormat format) throws PictureException {
        return switch (format) {
            case PNG -> png();
            case JPEG -> jpeg();
            case GIF -> header(format, bytes.u16(6, true), bytes.u16(8, true), Orientation.UPRIGHT, 1);
            case BMP -> bmp();
            case TIFF -> tiff();
            case WEBP -> webp();
        };
    }

    private static PictureHeader header(PictureFormat format, long width, long height, Orientation turn, int channels)
            throws PictureException {
        if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw new PictureException(Code.UNSUPPORTED_PICTURE, "a picture of " + width + " by " + height + " pixels");
        }
        int w = (int) (turn.swapsSides() ? height : width);
        int h = (int) (turn.swapsSides() ? width : height);
        return new PictureHeader(format, w, h, turn, channels);
    }

    private PictureHeader png() throws PictureException {
        if (!bytes.has(12, "IHDR")) {
            throw new PictureException(Code.UNSUPPORTED_PICTURE, "a PNG must start with its IHDR chunk");
        }
        Orientation turn = Orientation.UPRIGHT;
        for (long at = 8; at + 12 <= bytes.length() && !bytes.has(at + 4, "IDAT"); at += 12 + bytes.u32(at, false)) {
            if (bytes.has(at + 4, "eXIf")) {
                turn = exif(at + 8);
            }
        }
        int channels = switch (bytes.u8(25)) {
            case 0, 3 -> 1;
            case 4 -> 2;
            case 2 -> 3;
            default -> 4;
        };
        return header(PictureFormat.PNG, bytes.u32(16, false), bytes.u32(20, false), turn, channels);
    }

    private PictureHeader jpeg() throws PictureException {
        Orientation turn = Orientation.UPRIGHT;
        long at = 2;
        while (true) {
            while (bytes.u8(at) != 0xff) {
                at++;
            }
            int marker = bytes.u8(at + 1);
            if (marker == 0xff) {
                at++;
            } else if (marker == 0 || marker == 1 || (marker >= 0xd0 && marker <= 0xd8)) {
                at += 2;
            } else if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
                int channels = bytes.u8(at + 9);
                return header(PictureFormat.JPEG, bytes.u16(at + 7, false), bytes.u16(at + 5, false), turn, channels);
            } else if (marker == 0xd9 || marker == 0xda) {
                throw new PictureException(Code.UNSUPPORTED_PICTURE, "a JPEG without a frame header");
            } else {
                int length = bytes.u16(at + 2, false);
                if (marker == 0xe1 && bytes.has(at + 4, "Exif\0\0")) {
                    turn = exif(at + 10);
                }
                at += 2 + Math.max(2, length);
            }
        }
    }

    private PictureHeader bmp() throws PictureException {
        long headerSize = bytes.u32(14, true);
        if (headerSize == 12) {
            return header(PictureFormat.BMP, bytes.u16(18, true), bytes.u16(20, true), Orientation.UPRIGHT, 3);
        }
        if (headerSize < 40) {
            throw new PictureException(Code.NOT_A_PICTURE, "a BMP header of " + headerSize + " bytes");
        }
        long height = Math.abs((long) bytes.s32(22, true));
        return header(PictureFormat.BMP, bytes.s32(18, true), height, Orientation.UPRIGHT, 3);
    }

    private PictureHeader tiff() throws PictureException {
        TiffDirectory first = new TiffDirectory(bytes, 0);
        return header(
                PictureFormat.TIFF,
                first.value(TiffDirectory.WIDTH, 0),
                first.value(TiffDirectory.HEIGHT, 0),
                first.orientation(),
                (int) first.value(TiffDirectory.SAMPLES_PER_PIXEL, 1));
    }

    private PictureHeader webp() throws PictureException {
        if (bytes.has(12, "VP8 ")) {
            return header(
                    PictureFormat.WEBP,
                    bytes.u16(26, true) & 0x3fff,
                    bytes.u16(28, true) & 0x3fff,
                    Orientation.UPRIGHT,
                    3);
        }
        if (bytes.has(12, "VP8L")) {
            long bits = bytes.u32(21, true);
            return header(PictureFormat.WEBP, 1 + (bits & 0x3fff), 1 + (bits >> 14 & 0x3fff), Orientation.UPRIGHT, 4);
        }
        if (!bytes.has(12, "VP8X")) {
            throw new PictureException(Code.UNSUPPORTED_PICTURE, "a WebP without a VP8 chunk");
        }
        long width = 1 + (bytes.u32(23, true) >> 8);
        long height = 1 + (bytes.u32(26, true) >> 8);
        Orientation turn = Orientation.UPRIGHT;
        for (long at = 12; at + 8 <= bytes.length(); at += 8 + (bytes.u32(at + 4, true) + 1 & ~1L)) {
            if (bytes.has(at, "EXIF")) {
                turn = exif(at + (bytes.has(at + 8, "Exif\0\0") ? 14 : 8));
            }
        }
        return header(PictureFormat.WEBP, width, height, turn, 0);
    }

    /** A broken EXIF block is no reason to refuse a picture that can be seen: it counts as upright. */
    private Orientation exif(long at) {
        try {
            return new TiffDirectory(bytes, at).orientation();
        } catch (PictureException broken) {
            return Orientation.UPRIGHT;
        }
    }
}
