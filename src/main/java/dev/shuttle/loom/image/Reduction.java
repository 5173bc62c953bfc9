package dev.shuttle.loom.image;

import java.util.Arrays;

/**
 * Makes the picture smaller while it is decoded, so that it is never held at its own size: every pixel becomes the mean
 * of a square, at the right and at the bottom of what the picture still has of it.
 */
final class Reduction implements RowTarget {
    private final int height;
    private final int factor;
    private final byte[] row;
    private final int[] sums;
    private final Picture picture;

    /** @param factor the side of the squares, pixels; 1 to 1024 */
    Reduction(int width, int height, int factor) {
        this.height = height;
        this.factor = factor;
        this.row = new byte[Math.multiplyExact(3, width)];
        this.picture = Picture.blank(reduced(width, factor), reduced(height, factor));
        this.sums = new int[3 * picture.width()];
    }

    /** So many pixels are left of a side. */
    static int reduced(int side, int factor) {
        return (side + factor - 1) / factor;
    }

    /** A picture that has been decoded already. */
    static Picture of(Picture whole, int factor) {
        if (factor == 1) {
            return whole;
        }
        Reduction reduction = new Reduction(whole.width(), whole.height(), factor);
        for (int y = 0; y < whole.height(); y++) {
            System.arraycopy(whole.bgr(), y * reduction.row.length, reduction.row, 0, reduction.row.length);
            reduction.written(y);
        }
        return reduction.picture;
    }

    @Override
    public byte[] bytes() {
        return row;
    }

    @Override
    public int start(int y) {
        return 0;
    }

    @Override
    public void written(int y) {
        for (int from = 0, at = 0; from < row.length; from += 3 * factor, at += 3) {
            int blue = 0;
            int green = 0;
            int red = 0;
            for (int i = from, end = Math.min(row.length, from + 3 * factor); i < end; i += 3) {
                blue += row[i] & 255;
                green += row[i + 1] & 255;
                red += row[i + 2] & 255;
            }
            sums[at] += blue;
            sums[at + 1] += green;
            sums[at + 2] += red;
        }
        if ((y + 1) % factor == 0 || y + 1 == height) {
            finish(y / factor, y % factor + 1);
        }
    }

    private void finish(int y, int rows) {
        byte[] bgr = picture.bgr();
        int columns = row.length / 3;
        for (int x = 0, at = 3 * y * picture.width(); x < picture.width(); x++) {
            int pixels = rows * Math.min(factor, columns - x * factor);
            for (int channel = 0; channel < 3; channel++, at++) {
                bgr[at] = (byte) ((sums[3 * x + channel] + pixels / 2) / pixels);
            }
        }
        Arrays.fill(sums, 0);
    }

    @Override
    public Picture picture() {
        return picture;
    }
}
