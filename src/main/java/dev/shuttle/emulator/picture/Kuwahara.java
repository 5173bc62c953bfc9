package dev.shuttle.emulator.picture;

/**
 * The Kuwahara filter (1976): each pixel becomes the mean of the calmest of the four squares that meet in it, here with
 * soft weights so that strokes do not look like tiles. Sums come from summed-area tables over bands of rows, so a
 * picture of 16 megapixels needs tens of megabytes, not hundreds.
 */
final class Kuwahara {
    private static final int BAND = 256;

    private final int[] pixels;
    private final int width;
    private final int height;
    private final int radius;

    // Summed-area tables of the band under way; int arithmetic may wrap, differences stay right.
    private final int[] red;
    private final int[] green;
    private final int[] blue;
    private final int[] light;
    private final int[] lightSquared;
    private final int stride;
    private int firstRow;

    private Kuwahara(int[] pixels, int width, int height, int radius) {
        this.pixels = pixels;
        this.width = width;
        this.height = height;
        this.radius = radius;
        this.stride = width + 1;
        int cells = stride * (Math.min(height, BAND + 2 * radius) + 1);
        red = new int[cells];
        green = new int[cells];
        blue = new int[cells];
        light = new int[cells];
        lightSquared = new int[cells];
    }

    /**
     * The filtered pixels.
     *
     * @param radius side of each square less one, in pixels, at least 1
     */
    static int[] filter(int[] pixels, int width, int height, int radius) {
        int[] out = new int[pixels.length];
        Kuwahara filter = new Kuwahara(pixels, width, height, radius);
        for (int top = 0; top < height; top += BAND) {
            filter.band(top, Math.min(height, top + BAND), out);
        }
        return out;
    }

    private void band(int top, int bottom, int[] out) {
        firstRow = Math.max(0, top - radius);
        sum(Math.min(height, bottom + radius));
        for (int y = top; y < bottom; y++) {
            for (int x = 0; x < width; x++) {
                out[y * width + x] = stroke(x, y);
            }
        }
    }

    private void sum(int endRow) {
        for (int y = firstRow; y < endRow; y++) {
            int row = (y - firstRow + 1) * stride;
            int r = 0;
            int g = 0;
            int b = 0;
            int l = 0;
            int l2 = 0;
            for (int x = 0; x < width; x++) {
                int pixel = pixels[y * width + x];
                int luma = Rgb.luma(pixel);
                r += Rgb.red(pixel);
                g += Rgb.green(pixel);
                b += Rgb.blue(pixel);
                l += luma;
                l2 += luma * luma;
                int cell = row + x + 1;
                red[cell] = red[cell - stride] + r;
                green[cell] = green[cell - stride] + g;
                blue[cell] = blue[cell - stride] + b;
                light[cell] = light[cell - stride] + l;
                lightSquared[cell] = lightSquared[cell - stride] + l2;
            }
        }
    }

    private int stroke(int x, int y) {
        double r = 0;
        double g = 0;
        double b = 0;
        double weights = 0;
        for (int quadrant = 0; quadrant < 4; quadrant++) {
            int left = Math.max(0, (quadrant & 1) == 0 ? x - radius : x);
            int right = Math.min(width, (quadrant & 1) == 0 ? x + 1 : x + radius + 1);
            int top = Math.max(0, (quadrant & 2) == 0 ? y - radius : y) - firstRow;
            int bottom = Math.min(height, (quadrant & 2) == 0 ? y + 1 : y + radius + 1) - firstRow;
            double count = (double) (right - left) * (bottom - top);
            double mean = box(light, left, top, right, bottom) / count;
            double variance = Math.max(0, box(lightSquared, left, top, right, bottom) / count - mean * mean);
            double calm = 1 / (1 + variance * variance);
            weights += calm;
            r += calm * box(red, left, top, right, bottom) / count;
            g += calm * box(green, left, top, right, bottom) / count;
            b += calm * box(blue, left, top, right, bottom) / count;
        }
        return Rgb.of((int) (r / weights + 0.5), (int) (g / weights + 0.5), (int) (b / weights + 0.5));
    }

    private int box(int[] table, int left, int top, int right, int bottom) {
        int above = top * stride;
        int below = bottom * stride;
        return table[below + right] - table[below + left] - table[above + right] + table[above + left];
    }
}
