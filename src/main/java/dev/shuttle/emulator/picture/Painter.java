package dev.shuttle.emulator.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Paints the emulated result: brush strokes by a Kuwahara filter, poster tones, inked edges, and the mark on top. */
public final class Painter {
    private Painter() {}

    /**
     * The painted picture; the same source and brush always give the same pixels.
     *
     * @param source TYPE_INT_RGB, left as it is
     */
    public static BufferedImage paint(BufferedImage source, Brush brush) {
        int width = source.getWidth();
        int height = source.getHeight();
        int[] original = pixels(source);
        int radius = Math.max(3, Math.min(width, height) / 120);
        int[] painted = Kuwahara.filter(original, width, height, radius);
        new Posterizer(brush).apply(painted);
        Ink.draw(painted, width, height, Math.max(1, radius / 3));
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        blend(original, painted, brush.amount(), pixels(result));
        Mark.stamp(result);
        return result;
    }

    /** The picture resampled to other sides. */
    public static BufferedImage resized(BufferedImage picture, int width, int height) {
        if (width == picture.getWidth() && height == picture.getHeight()) {
            return picture;
        }
        BufferedImage resized = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = resized.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return resized;
    }

    private static int[] pixels(BufferedImage picture) {
        return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    }

    private static void blend(int[] from, int[] to, double amount, int[] into) {
        int share = (int) Math.round(amount * 256);
        for (int i = 0; i < into.length; i++) {
            into[i] = Rgb.of(
                    Rgb.mixed(Rgb.red(from[i]), Rgb.red(to[i]), share),
                    Rgb.mixed(Rgb.green(from[i]), Rgb.green(to[i]), share),
                    Rgb.mixed(Rgb.blue(from[i]), Rgb.blue(to[i]), share));
        }
    }

    /** Darkens edges as if they were drawn with a brush pen. */
    private static final class Ink {
        /** Gradient (luma per pixel) below which no line is drawn. */
        private static final double FAINTEST = 14;

        private Ink() {}

        /** Draws into these pixels. */
        static void draw(int[] pixels, int width, int height, int reach) {
            byte[] light = new byte[pixels.length];
            for (int i = 0; i < pixels.length; i++) {
                light[i] = (byte) Rgb.luma(pixels[i]);
            }
            for (int y = reach; y < height - reach; y++) {
                for (int x = reach; x < width - reach; x++) {
                    int at = y * width + x;
                    int across = (light[at + reach] & 0xff) - (light[at - reach] & 0xff);
                    int down = (light[at + reach * width] & 0xff) - (light[at - reach * width] & 0xff);
                    double edge = Math.hypot(across, down) / 2 - FAINTEST;
                    if (edge > 0) {
                        pixels[at] = darker(pixels[at], Math.min(0.55, edge / 60));
                    }
                }
            }
        }

        private static int darker(int pixel, double ink) {
            int share = (int) (256 * (1 - ink));
            return Rgb.of(Rgb.red(pixel) * share / 256, Rgb.green(pixel) * share / 256, Rgb.blue(pixel) * share / 256);
        }
    }
}
