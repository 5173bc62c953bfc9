package dev.shuttle.loom.convert.style;

import dev.shuttle.loom.work.RowBands;

/**
 * Makes soft edges hard without halos: lightness is moved away from its near surroundings, but never beyond the
 * darkest and lightest pixel beside it.
 */
final class Sharpening {
    private static final float AMOUNT = 1.5f;

    private Sharpening() {}

    static void run(Planes planes, RowBands bands) {
        float[] before = planes.lightness.clone();
        float[] mean = BoxMean.of(before, planes.width, planes.height, 2, bands);
        int w = planes.width;
        bands.run(planes.height, 32, (from, to) -> {
            for (int y = from; y < to; y++) {
                for (int x = 0; x < w; x++) {
                    int i = y * w + x;
                    float low = before[i];
                    float high = before[i];
                    for (int ny = Math.max(0, y - 1); ny <= Math.min(planes.height - 1, y + 1); ny++) {
                        for (int nx = Math.max(0, x - 1); nx <= Math.min(w - 1, x + 1); nx++) {
                            low = Math.min(low, before[ny * w + nx]);
                            high = Math.max(high, before[ny * w + nx]);
                        }
                    }
                    float sharp = before[i] + AMOUNT * (before[i] - mean[i]);
                    planes.lightness[i] = Math.max(low, Math.min(high, sharp));
                }
            }
        });
    }
}
