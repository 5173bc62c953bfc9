package dev.shuttle.loom.image;

import java.util.Arrays;

/** How a PNG's samples lie (PNG specification, 11.2 and 11.3.2). */
final class PngLayout {
    private final int width;
    private final int height;
    private final int depth;
    private final int colourType;
    private final boolean interlaced;
    private final int[] palette;
    private final long transparent;

    private PngLayout(Bytes bytes, int[] palette, long transparent) throws PictureException {
        this.width = bytes.s32(16, false);
        this.height = bytes.s32(20, false);
        this.depth = bytes.u8(24);
        this.colourType = bytes.u8(25);
        this.interlaced = bytes.u8(28) != 0;
        this.palette = palette;
        this.transparent = transparent;
    }

    private PngLayout(PngLayout whole, int width, int height) {
        this.width = width;
        this.height = height;
        this.depth = whole.depth;
        this.colourType = whole.colourType;
        this.interlaced = false;
        this.palette = whole.palette;
        this.transparent = whole.transparent;
    }

    /** One pass of an interlaced picture: the same samples, fewer of them. */
    PngLayout sized(int passWidth, int passHeight) {
        return new PngLayout(this, passWidth, passHeight);
    }

    boolean isInterlaced() {
        return interlaced;
    }

    boolean isGrey() {
        return colourType == 0 || colourType == 4;
    }

    /** Whether the ground may show through. */
    boolean hasAlpha() {
        return colourType == 4 || colourType == 6 || transparent >= 0 || paletteHasAlpha();
    }

    private boolean paletteHasAlpha() {
        return Arrays.stream(palette).anyMatch(argb -> argb >>> 24 != 255);
    }

    /** Converts the palette, so that no pixel needs it. */
    void convertPalette(ColourConversion colours) {
        byte[] bgr = new byte[3];
        for (int i = 0; i < palette.length; i++) {
            bgr[0] = (byte) palette[i];
            bgr[1] = (byte) (palette[i] >> 8);
            bgr[2] = (byte) (palette[i] >> 16);
            colours.convert(bgr, 0, 1);
            palette[i] = (palette[i] & 0xff000000) | (bgr[2] & 255) << 16 | (bgr[1] & 255) << 8 | (bgr[0] & 255);
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Bits a sample. */
    int depth() {
        return depth;
    }

    int colourType() {
        return colourType;
    }

    /** 0xAARRGGBB by index, all 256; empty without a palette. */
    int[] palette() {
        return palette;
    }

    /** The grey or RGB value of tRNS that is see-through, 16 bits a sample; -1 without one. */
    long transparent() {
        return transparent;
    }

    static PngLayout read(byte[] file) throws PictureException {
        Bytes bytes = new Bytes(file);
        int colourType = bytes.u8(25);
        int[] palette = new int[0];
        long transparent = -1;
        for (long at = 8; at + 12 <= file.length && !bytes.has(at + 4, "IDAT"); at += 12 + bytes.u32(at, false)) {
            int length = (int) Math.min(file.length, bytes.u32(at, false));
            if (bytes.has(at + 4, "PLTE")) {
                palette = palette(bytes, at + 8, Math.min(256, length / 3));
            } else if (bytes.has(at + 4, "tRNS") && colourType == 3) {
                for (int i = 0; i < Math.min(length, palette.length); i++) {
                    palette[i] = (palette[i] & 0xffffff) | bytes.u8(at + 8 + i) << 24;
                }
            } else if (bytes.has(at + 4, "tRNS")) {
                transparent = key(bytes, at + 8, colourType == 2 ? 3 : 1);
            }
        }
        return new PngLayout(bytes, palette, transparent);
    }

    private static int[] palette(Bytes bytes, long at, int size) throws PictureException {
        int[] palette = new int[256];
        Arrays.fill(palette, 0xff000000);
        for (int i = 0; i < size; i++) {
            int rgb = bytes.u8(at + 3L * i) << 16 | bytes.u8(at + 3L * i + 1) << 8 | bytes.u8(at + 3L * i + 2);
            palette[i] = 0xff000000 | rgb;
        }
        return palette;
    }

    private static long key(Bytes bytes, long at, int samples) throws PictureException {
        long key = 0;
        for (int i = 0; i < samples; i++) {
            key = key << 16 | bytes.u16(at + 2L * i, false);
        }
        return key;
    }

    int samples() {
        return switch (colourType) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
    }

    /** Bytes of a row without its filter byte. */
    int rowBytes() {
        return Math.toIntExact(((long) width * samples() * depth + 7) / 8);
    }

    /** Bytes from a sample to the one it is filtered against. */
    int filterStep() {
        return Math.max(1, samples() * depth / 8);
    }

    /** Refuses what no PNG may be. */
    void requireLegal() throws PictureException {
        if (!isLegal()) {
            String what = colourType == 3 && palette.length == 0
                    ? "a PNG without its palette"
                    : "a PNG of colour type " + colourType + " with " + depth + " bits a sample";
            throw new PictureException(PictureException.Code.UNSUPPORTED_PICTURE, what);
        }
    }

    private boolean isLegal() {
        boolean small = depth == 1 || depth == 2 || depth == 4;
        boolean legal = switch (colourType) {
            case 0 -> small || depth == 8 || depth == 16;
            case 3 -> (small || depth == 8) && palette.length > 0;
            case 2, 4, 6 -> depth == 8 || depth == 16;
            default -> false;
        };
        return legal && (long) width * samples() * depth / 8 < Integer.MAX_VALUE / 2;
    }
}
