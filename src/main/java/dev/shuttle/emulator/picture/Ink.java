package dev.shuttle.emulator.picture;

/** Darkens edges as if they were drawn with a brush pen. */
final class Ink {
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
