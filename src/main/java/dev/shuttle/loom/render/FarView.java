package dev.shuttle.loom.render;

import dev.shuttle.loom.colour.SrgbTransfer;
import dev.shuttle.loom.image.Picture;
import java.util.Arrays;

/**
 * A picture seen from farther away: each pixel has the light of all that it covers, in the share it covers of each. Weaves
 * keep their tone so, and none beats against the pixels.
 */
final class FarView {
    private final Picture near;
    private final float[] light = new float[256];
    private final float[] columns;

    private FarView(Picture near) {
        this.near = near;
        this.columns = new float[3 * near.width()];
        for (int i = 0; i < light.length; i++) {
            light[i] = SrgbTransfer.linear(i);
        }
    }

    /** Made no larger: {@code width} and {@code height} are at most those of the picture. */
    static Picture of(Picture near, int width, int height) {
        FarView view = new FarView(near);
        Picture far = Picture.blank(width, height);
        for (int y = 0; y < height; y++) {
            view.sum((double) y * near.height() / height, (double) (y + 1) * near.height() / height);
            for (int x = 0; x < width; x++) {
                far.set(x, y, view.mean((double) x * near.width() / width, (double) (x + 1) * near.width() / width));
            }
        }
        return far;
    }

    /** Light of each column between two heights, its mean. */
    private void sum(double from, double to) {
        Arrays.fill(columns, 0);
        for (int y = (int) from; y < to && y < near.height(); y++) {
            float share = share(y, from, to);
            int at = y * columns.length;
            for (int i = 0; i < columns.length; i++) {
                columns[i] += share * light[near.bgr()[at + i] & 255];
            }
        }
    }

    private int mean(double from, double to) {
        float[] bgr = new float[3];
        for (int x = (int) from; x < to && x < near.width(); x++) {
            float share = share(x, from, to);
            for (int i = 0; i < 3; i++) {
                bgr[i] += share * columns[3 * x + i];
            }
        }
        return SrgbTransfer.coded(bgr[2]) << 16 | SrgbTransfer.coded(bgr[1]) << 8 | SrgbTransfer.coded(bgr[0]);
    }

    /** How much of a stretch the pixel at {@code at} has. */
    private static float share(int at, double from, double to) {
        return (float) ((Math.min(to, at + 1.0) - Math.max(from, at)) / (to - from));
    }
}
