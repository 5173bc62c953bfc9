package dev.shuttle.loom.image;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.work.Deadline;

/** Puts pixels with alpha onto a canvas of the ground's colour; colours are converted before anything shows through. */
final class ArgbPlacing {
    /** Writes a row of packed ARGB, not premultiplied. */
    @FunctionalInterface
    interface Rows {
        void read(int y, int[] argb);
    }

    private final Picture canvas;
    private final int ground;
    private final ColourConversion colours;
    private final Deadline deadline;

    ArgbPlacing(int width, int height, Rgb ground, ColourConversion colours, Deadline deadline) {
        this.canvas = Picture.blank(width, height);
        this.ground = ground.packed();
        this.colours = colours;
        this.deadline = deadline;
    }

    /** The canvas with a picture of that size at that place; what does not fit is left out. */
    Picture place(Rows rows, int left, int top, int width, int height) {
        if (left > 0 || top > 0 || width < canvas.width() || height < canvas.height()) {
            for (int y = 0; y < canvas.height(); y++) {
                for (int x = 0; x < canvas.width(); x++) {
                    canvas.set(x, y, ground);
                }
            }
        }
        int columns = Math.min(width, canvas.width() - left);
        int[] argbs = new int[width];
        byte[] row = new byte[3 * Math.max(0, columns)];
        byte[] alphas = new byte[Math.max(0, columns)];
        for (int y = 0; y < Math.min(height, canvas.height() - top); y++) {
            deadline.check();
            rows.read(y, argbs);
            for (int x = 0; x < columns; x++) {
                int argb = argbs[x];
                alphas[x] = (byte) (argb >>> 24);
                row[3 * x] = (byte) argb;
                row[3 * x + 1] = (byte) (argb >> 8);
                row[3 * x + 2] = (byte) (argb >> 16);
            }
            colours.convert(row, 0, columns);
            over(row, alphas, ground);
            System.arraycopy(row, 0, canvas.bgr(), 3 * ((top + y) * canvas.width() + left), row.length);
        }
        return canvas;
    }

    /** Lays a row over the ground, in place. */
    static void over(byte[] bgr, byte[] alphas, int ground) {
        for (int x = 0, i = 0; x < alphas.length; x++, i += 3) {
            int alpha = alphas[x] & 255;
            if (alpha < 255) {
                int argb = alpha << 24 | (bgr[i + 2] & 255) << 16 | (bgr[i + 1] & 255) << 8 | (bgr[i] & 255);
                int rgb = BufferedPictures.over(argb, ground);
                bgr[i] = (byte) rgb;
                bgr[i + 1] = (byte) (rgb >> 8);
                bgr[i + 2] = (byte) (rgb >> 16);
            }
        }
    }
}
