package dev.shuttle.loom.image;

/**
 * A transform of lossless WebP, undone over packed ARGB pixels (RFC 9649, 3.5).
 *
 * @param kind 0 prediction, 1 colour, 2 green subtracted, 3 colours indexed
 * @param width of the picture that the transform was made of
 * @param bits of a block's side, or how many pixels, as a power of two, stand in one
 * @param data a value a block, or the colours
 */
@SuppressWarnings("ArrayRecordComponent")
record Vp8lTransform(int kind, int width, int bits, int[] data) {
    private static final int OPAQUE = 0xff000000;

    /** The pixels as they were, in the same array where they have room there. */
    int[] undo(int[] pixels, int height) {
        switch (kind) {
            case 0 -> predict(pixels, height);
            case 1 -> colours(pixels, height);
            case 2 -> greens(pixels);
            default -> {
                return indexed(pixels, height);
            }
        }
        return pixels;
    }

    private int blocks() {
        return (width + (1 << bits) - 1) >> bits;
    }

    private static int sum(int a, int b) {
        int alphaAndGreen = (a & 0xff00ff00) + (b & 0xff00ff00);
        int redAndBlue = (a & 0x00ff00ff) + (b & 0x00ff00ff);
        return (alphaAndGreen & 0xff00ff00) | (redAndBlue & 0x00ff00ff);
    }

    private void predict(int[] pixels, int height) {
        pixels[0] = sum(pixels[0], OPAQUE);
        for (int x = 1; x < width; x++) {
            pixels[x] = sum(pixels[x], pixels[x - 1]);
        }
        for (int y = 1; y < height; y++) {
            int row = y * width;
            pixels[row] = sum(pixels[row], pixels[row - width]);
            for (int x = 1; x < width; x++) {
                int mode = data[(y >> bits) * blocks() + (x >> bits)] >> 8 & 15;
                pixels[row + x] = sum(pixels[row + x], predicted(mode, pixels, row + x));
            }
        }
    }

    private int predicted(int mode, int[] pixels, int i) {
        int left = pixels[i - 1];
        int top = pixels[i - width];
        int right = pixels[i - width + 1];
        int corner = pixels[i - width - 1];
        return switch (mode) {
            case 1 -> left;
            case 2 -> top;
            case 3 -> right;
            case 4 -> corner;
            case 5 -> mean(mean(left, right), top);
            case 6 -> mean(left, corner);
            case 7 -> mean(left, top);
            case 8 -> mean(corner, top);
            case 9 -> mean(top, right);
            case 10 -> mean(mean(left, corner), mean(top, right));
            case 11 -> nearer(left, top, corner);
            case 12 -> full(left, top, corner);
            case 13 -> half(mean(left, top), corner);
            default -> OPAQUE;
        };
    }

    private static int mean(int a, int b) {
        return ((a ^ b) >>> 1 & 0x7f7f7f7f) + (a & b);
    }

    private static int nearer(int left, int top, int corner) {
        int ofLeft = 0;
        int ofTop = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            int c = corner >>> shift & 255;
            ofLeft += Math.abs((top >>> shift & 255) - c);
            ofTop += Math.abs((left >>> shift & 255) - c);
        }
        return ofLeft < ofTop ? left : top;
    }

    private static int full(int left, int top, int corner) {
        int made = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            made |= clamped((left >>> shift & 255) + (top >>> shift & 255) - (corner >>> shift & 255)) << shift;
        }
        return made;
    }

    private static int half(int mean, int corner) {
        int made = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            int m = mean >>> shift & 255;
            made |= clamped(m + (m - (corner >>> shift & 255)) / 2) << shift;
        }
        return made;
    }

    private static int clamped(int value) {
        return Math.max(0, Math.min(255, value));
    }

    private void colours(int[] pixels, int height) {
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                int element = data[(y >> bits) * blocks() + (x >> bits)];
                int argb = pixels[i];
                int green = argb >> 8;
                int red = (argb >> 16) + delta(element, green) & 255;
                int blue = argb + delta(element >> 8, green) + delta(element >> 16, red) & 255;
                pixels[i] = (argb & 0xff00ff00) | red << 16 | blue;
            }
        }
    }

    private static int delta(int transform, int colour) {
        return ((byte) transform * (byte) colour) >> 5;
    }

    private static void greens(int[] pixels) {
        for (int i = 0; i < pixels.length; i++) {
            int argb = pixels[i];
            int green = argb >> 8 & 255;
            pixels[i] = (argb & 0xff00ff00) | ((argb & 0x00ff00ff) + (green << 16 | green) & 0x00ff00ff);
        }
    }

    private int[] indexed(int[] pixels, int height) {
        int packed = blocks();
        int[] out = bits == 0 ? pixels : new int[width * height];
        int depth = 8 >> bits;
        int mask = (1 << depth) - 1;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int green = pixels[y * packed + (x >> bits)] >> 8 & 255;
                int index = green >> (depth * (x & (1 << bits) - 1)) & mask;
                out[y * width + x] = index < data.length ? data[index] : 0;
            }
        }
        return out;
    }
}
