package dev.shuttle.loom.image;

import dev.shuttle.loom.image.PictureException.Code;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The chunks of a WebP file (RFC 9649, 2) and where its first picture lies on the canvas. */
final class WebpFile {
    /** Where a chunk's data lie. */
    record Chunk(int from, int length) {
        int end() {
            return from + length;
        }
    }

    private final byte[] file;
    private final Bytes bytes;
    private int width;
    private int height;
    private int left;
    private int top;
    private boolean animated;
    private boolean lossless;
    private @Nullable Chunk image;
    private @Nullable Chunk alpha;
    private @Nullable Chunk profile;
    private @Nullable Chunk exif;
    private @Nullable Chunk xmp;
    private int frameWidth;
    private int frameHeight;

    private WebpFile(byte[] file) {
        this.file = file;
        this.bytes = new Bytes(file);
    }

    /** Reads all chunks' headers. */
    static WebpFile read(byte[] file) throws PictureException {
        WebpFile webp = new WebpFile(file);
        webp.chunks(12, file.length, false);
        webp.checkSizes();
        return webp;
    }

    private void chunks(long from, long end, boolean inFrame) throws PictureException {
        for (long at = from; at + 8 <= end; ) {
            long length = bytes.u32(at + 4, true);
            chunk(at, new Chunk((int) at + 8, (int) Math.min(Integer.MAX_VALUE, length)), inFrame);
            at += 8 + (length + 1 & ~1L);
        }
    }

    private void chunk(long at, Chunk chunk, boolean inFrame) throws PictureException {
        if (bytes.has(at, "VP8X") && !inFrame) {
            animated = (bytes.u8(at + 8) & 2) != 0;
            width = 1 + (int) (bytes.u32(at + 11, true) >> 8);
            height = 1 + (int) (bytes.u32(at + 14, true) >> 8);
        } else if (bytes.has(at, "ANMF") && !inFrame && image == null) {
            left = 2 * (int) (bytes.u32(at + 7, true) >> 8);
            top = 2 * (int) (bytes.u32(at + 10, true) >> 8);
            frameWidth = 1 + (int) (bytes.u32(at + 13, true) >> 8);
            frameHeight = 1 + (int) (bytes.u32(at + 16, true) >> 8);
            chunks(at + 24, Math.min(file.length, (long) chunk.from() + chunk.length()), true);
        } else if ((bytes.has(at, "VP8 ") || bytes.has(at, "VP8L")) && image == null) {
            image = chunk;
            lossless = bytes.has(at, "VP8L");
        } else if (bytes.has(at, "ALPH") && image == null && (inFrame || !animated)) {
            alpha = chunk;
        } else if (bytes.has(at, "ICCP")) {
            profile = chunk;
        } else if (bytes.has(at, "EXIF")) {
            exif = chunk;
        } else if (bytes.has(at, "XMP ")) {
            xmp = chunk;
        }
    }

    private void checkSizes() throws PictureException {
        Chunk pixels = image;
        if (pixels == null) {
            boolean cut = file.length < 8 + bytes.u32(4, true);
            throw cut
                    ? new PictureException(Code.TRUNCATED_PICTURE, "the picture's end is missing")
                    : new PictureException(Code.UNSUPPORTED_PICTURE, "a WebP without a picture");
        }
        int ownWidth;
        int ownHeight;
        if (lossless) {
            long bits = bytes.u32(pixels.from() + 1L, true);
            ownWidth = 1 + (int) (bits & 0x3fff);
            ownHeight = 1 + (int) (bits >> 14 & 0x3fff);
        } else {
            ownWidth = bytes.u16(pixels.from() + 6L, true) & 0x3fff;
            ownHeight = bytes.u16(pixels.from() + 8L, true) & 0x3fff;
        }
        if (width == 0) {
            width = ownWidth;
            height = ownHeight;
        }
        if (!animated) {
            frameWidth = width;
            frameHeight = height;
        }
        if (ownWidth != frameWidth
                || ownHeight != frameHeight
                || (long) left + ownWidth > width
                || (long) top + ownHeight > height) {
            throw new PictureException(
                    Code.UNSUPPORTED_PICTURE,
                    "a WebP of " + width + " by " + height + " pixels whose picture has " + ownWidth + " by "
                            + ownHeight);
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Of the first picture. */
    int frameWidth() {
        return frameWidth;
    }

    int frameHeight() {
        return frameHeight;
    }

    int left() {
        return left;
    }

    int top() {
        return top;
    }

    boolean isLossless() {
        return lossless;
    }

    /** The first picture's bitstream, all of it. */
    Chunk image() throws PictureException {
        Chunk pixels = java.util.Objects.requireNonNull(image);
        if ((long) pixels.from() + pixels.length() > file.length) {
            throw new PictureException(Code.TRUNCATED_PICTURE, "the picture's end is missing");
        }
        return pixels;
    }

    /** The alpha of a lossy picture. */
    @Nullable
    Chunk alpha() {
        return lossless ? null : alpha;
    }

    @Nullable
    Chunk exif() {
        return exif;
    }

    @Nullable
    Chunk xmp() {
        return xmp;
    }

    byte @Nullable [] profile() {
        Chunk chunk = profile;
        return chunk == null || (long) chunk.from() + chunk.length() > file.length
                ? null
                : Arrays.copyOfRange(file, chunk.from(), chunk.end());
    }
}
