package dev.shuttle.loom.image;

/**
 * A plane of samples with a row above and a column to the left, from which the first blocks are predicted (RFC 6386,
 * section 12).
 */
final class Vp8Plane {
    private static final byte ABOVE = 127;
    private static final byte LEFT = (byte) 129;

    private final byte[] samples;
    private final int stride;

    Vp8Plane(int width, int height) {
        this.stride = width + 1;
        this.samples = new byte[Math.multiplyExact(stride, height + 1)];
        java.util.Arrays.fill(samples, 0, stride, ABOVE);
        for (int y = 1; y <= height; y++) {
            samples[y * stride] = LEFT;
        }
    }

    byte[] samples() {
        return samples;
    }

    int stride() {
        return stride;
    }

    /** Where the sample lies; a coordinate may be -1. */
    int at(int x, int y) {
        return (y + 1) * stride + x + 1;
    }

    /** Predicts a square whole: 0 the mean, 1 from above, 2 from the left, 3 by gradients. */
    void predict(int mode, int x, int y, int side) {
        int at = at(x, y);
        switch (mode) {
            case 0 -> mean(at, x > 0, y > 0, side);
            case 1 -> {
                for (int row = 0; row < side; row++) {
                    System.arraycopy(samples, at - stride, samples, at + row * stride, side);
                }
            }
            case 2 -> {
                for (int row = 0; row < side; row++) {
                    int from = at + row * stride;
                    java.util.Arrays.fill(samples, from, from + side, samples[from - 1]);
                }
            }
            default -> gradients(at, side);
        }
    }

    private void mean(int at, boolean hasLeft, boolean hasAbove, int side) {
        int sum = 0;
        for (int i = 0; i < side; i++) {
            sum += (hasAbove ? samples[at - stride + i] & 255 : 0) + (hasLeft ? samples[at + i * stride - 1] & 255 : 0);
        }
        int count = (hasAbove ? side : 0) + (hasLeft ? side : 0);
        byte mean = count == 0 ? (byte) 128 : (byte) ((sum + count / 2) / count);
        for (int row = 0; row < side; row++) {
            java.util.Arrays.fill(samples, at + row * stride, at + row * stride + side, mean);
        }
    }

    void gradients(int at, int side) {
        int corner = samples[at - stride - 1] & 255;
        for (int row = 0; row < side; row++) {
            int left = (samples[at + row * stride - 1] & 255) - corner;
            for (int column = 0; column < side; column++) {
                samples[at + row * stride + column] = clipped(left + (samples[at - stride + column] & 255));
            }
        }
    }

    static byte clipped(int value) {
        return (byte) (value < 0 ? 0 : Math.min(value, 255));
    }

    /** Adds a block's residue: the inverse transform of 16 coefficients (RFC 6386, 14.3). */
    void add(int[] coefficients, int from, int x, int y) {
        int[] t = new int[16];
        for (int i = 0; i < 4; i++) {
            int a = coefficients[from + i] + coefficients[from + 8 + i];
            int b = coefficients[from + i] - coefficients[from + 8 + i];
            int c = small(coefficients[from + 4 + i]) - large(coefficients[from + 12 + i]);
            int d = large(coefficients[from + 4 + i]) + small(coefficients[from + 12 + i]);
            t[4 * i] = a + d;
            t[4 * i + 1] = b + c;
            t[4 * i + 2] = b - c;
            t[4 * i + 3] = a - d;
        }
        for (int i = 0, at = at(x, y); i < 4; i++, at += stride) {
            int dc = t[i] + 4;
            int a = dc + t[8 + i];
            int b = dc - t[8 + i];
            int c = small(t[4 + i]) - large(t[12 + i]);
            int d = large(t[4 + i]) + small(t[12 + i]);
            samples[at] = clipped((samples[at] & 255) + ((a + d) >> 3));
            samples[at + 1] = clipped((samples[at + 1] & 255) + ((b + c) >> 3));
            samples[at + 2] = clipped((samples[at + 2] & 255) + ((b - c) >> 3));
            samples[at + 3] = clipped((samples[at + 3] & 255) + ((a - d) >> 3));
        }
    }

    private static int small(int value) {
        return (value * 35468) >> 16;
    }

    private static int large(int value) {
        return ((value * 20091) >> 16) + value;
    }
}
