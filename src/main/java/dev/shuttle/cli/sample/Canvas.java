package dev.shuttle.cli.sample;

import java.awt.image.BufferedImage;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** A picture in floating-point sRGB, so that many thin veils of colour leave no steps. */
final class Canvas {
    final int width;
    final int height;
    private final float[] values;

    Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        this.values = new float[width * height * 3];
    }

    /** Lays {@code rgb} over a pixel; {@code cover} is 0 to 1. */
    void veil(int x, int y, int rgb, double cover) {
        float c = (float) Math.min(1, Math.max(0, cover));
        int at = (y * width + x) * 3;
        for (int channel = 0; channel < 3; channel++) {
            int value = rgb >> (16 - 8 * channel) & 0xff;
            values[at + channel] += (value - values[at + channel]) * c;
        }
    }

    /** Does something with every row from {@code top} to {@code bottom}, on all cores: rows must not need each other. */
    static void rows(int top, int bottom, IntConsumer painting) {
        IntStream.range(top, bottom).parallel().forEach(painting);
    }

    /** The colour at a place between pixels, by linear blending; beyond the edge the edge goes on. */
    int sample(double x, double y) {
        int x0 = Math.min(width - 2, Math.max(0, (int) x));
        int y0 = Math.min(height - 2, Math.max(0, (int) y));
        double u = Math.min(1, Math.max(0, x - x0));
        double v = Math.min(1, Math.max(0, y - y0));
        int rgb = 0;
        for (int channel = 0; channel < 3; channel++) {
            int at = (y0 * width + x0) * 3 + channel;
            double above = Noise.mix(values[at], values[at + 3], u);
            double below = Noise.mix(values[at + width * 3], values[at + width * 3 + 3], u);
            rgb = rgb << 8 | (int) Math.round(Noise.mix(above, below, v));
        }
        return rgb;
    }

    /** As 8-bit sRGB, rounded with a fixed fine grain so that gradients don't band. */
    BufferedImage toImage() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, pixel(x, y));
            }
        }
        return image;
    }

    private int pixel(int x, int y) {
        double grain = (52.9829189 * fraction(0.06711056 * x + 0.00583715 * y)) % 1;
        int rgb = 0;
        for (int channel = 0; channel < 3; channel++) {
            double value = Math.floor(values[(y * width + x) * 3 + channel] + grain);
            rgb = rgb << 8 | (int) Math.min(255, Math.max(0, value));
        }
        return rgb;
    }

    private static double fraction(double value) {
        return value - Math.floor(value);
    }
}
