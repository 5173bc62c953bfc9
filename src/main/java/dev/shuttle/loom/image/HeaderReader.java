package dev.shuttle.loom.image;

import dev.shuttle.loom.image.PictureException.Code;

/** Finds size, channels and orientation in the headers of each format. */
final class HeaderReader {
    private final byte[] file;
    private final Bytes bytes;

    HeaderReader(byte[] file) {
        this.file = file;
        this.bytes = new Bytes(file);
    }

    PictureHeader read(PictureFormat format) throws PictureException {
        return switch (format) {
            case PNG -> png();
            case JPEG -> jpeg();
            case GIF -> gif();
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

    private PictureHeader gif() throws PictureException {
        GifFile gif = GifFile.read(file);
        if (gif.width() == 0 || gif.height() == 0) {
            throw new PictureException(
                    Code.UNSUPPORTED_PICTURE, "a picture of " + gif.width() + " by " + gif.height() + " pixels");
        }
        return header(PictureFormat.GIF, gif.canvasWidth(), gif.canvasHeight(), Orientation.UPRIGHT, 1);
    }

    private PictureHeader png() throws PictureException {
        if (!bytes.has(12, "IHDR")) {
            throw new PictureException(Code.UNSUPPORTED_PICTURE, "a PNG must start with its IHDR chunk");
        }
        Turning turning = new Turning(bytes);
        for (long at = 8; at + 12 <= bytes.length(); at += 12 + bytes.u32(at, false)) {
            if (bytes.has(at + 4, "eXIf")) {
                turning.exif(at + 8);
            } else if (bytes.has(at + 4, "iTXtXML:com.adobe.xmp\0")) {
                turning.xmp(at + 8, bytes.u32(at, false));
            } else if (bytes.has(at + 4, "tEXtRaw profile type exif\0")) {
                turning.hexadecimal(bytes.copy(at + 30, bytes.u32(at, false) - 22));
            } else if (bytes.has(at + 4, "zTXtRaw profile type exif\0") && at + 31 < bytes.length()) {
                int end = (int) Math.min(bytes.length(), at + 8 + bytes.u32(at, false));
                turning.hexadecimal(PngColours.inflated(file, (int) at + 31, end));
            }
        }
        int channels = switch (bytes.u8(25)) {
            case 0, 3 -> 1;
            case 4 -> 2;
            case 2 -> 3;
            default -> 4;
        };
        return header(PictureFormat.PNG, bytes.u32(16, false), bytes.u32(20, false), turning.orientation(), channels);
    }

    private PictureHeader jpeg() throws PictureException {
        Turning turning = new Turning(bytes);
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
            } else if (PictureFormat.isJpegFrame(marker)) {
                int channels = bytes.u8(at + 9);
                Orientation turn = turning.orientation();
                return header(PictureFormat.JPEG, bytes.u16(at + 7, false), bytes.u16(at + 5, false), turn, channels);
            } else if (marker == 0xd9 || marker == 0xda) {
                throw new PictureException(Code.UNSUPPORTED_PICTURE, "a JPEG without a frame header");
            } else {
                int length = bytes.u16(at + 2, false);
                if (marker == 0xe1 && bytes.has(at + 4, "Exif\0\0")) {
                    turning.exif(at + 10);
                } else if (marker == 0xe1 && bytes.has(at + 4, "http://ns.adobe.com/xap/1.0/\0")) {
                    turning.xmp(at + 33, length);
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
        if (headerSize < 16) {
            throw new PictureException(Code.NOT_A_PICTURE, "a BMP header of " + headerSize + " bytes");
        }
        long height = Math.abs((long) bytes.s32(22, true));
        return header(PictureFormat.BMP, bytes.s32(18, true), height, Orientation.UPRIGHT, 3);
    }

    private PictureHeader tiff() throws PictureException {
        TiffDirectory first = new TiffDirectory(bytes, 0);
        TiffDirectory picture = first.ofPicture();
        Turning turning = new Turning(bytes);
        turning.of(picture);
        turning.of(first);
        return header(
                PictureFormat.TIFF,
                picture.value(TiffDirectory.WIDTH, 0),
                picture.value(TiffDirectory.HEIGHT, 0),
                turning.orientation(),
                (int) picture.value(TiffDirectory.SAMPLES_PER_PIXEL, 1));
    }

    private PictureHeader webp() throws PictureException {
        WebpFile webp = WebpFile.read(file);
        Turning turning = new Turning(bytes);
        WebpFile.Chunk exif = webp.exif();
        if (exif != null) {
            turning.exif(exif.from() + (bytes.has(exif.from(), "Exif\0\0") ? 6 : 0));
        }
        WebpFile.Chunk xmp = webp.xmp();
        if (xmp != null) {
            turning.xmp(xmp.from(), xmp.length());
        }
        int channels = webp.isLossless() || webp.alpha() != null ? 4 : 3;
        return header(PictureFormat.WEBP, webp.width(), webp.height(), turning.orientation(), channels);
    }
}
