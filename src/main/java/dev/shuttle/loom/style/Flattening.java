package dev.shuttle.loom.style;

import dev.shuttle.loom.work.RowBands;

/**
 * Takes the ripple out of slow gradients, so that bands of colour get calm borders: the guided filter of He, Sun and Tang
 * (2010) with each plane as its own guide. Where a plane varies by less than the ripple it becomes its mean, where it
 * varies by more it stays.
 */
final class Flattening {
    private Flattening() {}

    /**
     * @param radius of the surroundings in pixels
     * @param ripple standard deviation of what is taken out
     */
    static void run(Planes planes, int radius, double ripple, RowBands bands) {
        for (float[] plane : planes.all()) {
            run(plane, planes.width, planes.height, radius, (float) (ripple * ripple), bands);
        }
    }

    private static void run(float[] plane, int width, int height, int radius, float ripple, RowBands bands) {
        float[] squares = new float[plane.length];
        bands.run(height, 32, (from, to) -> {
            for (int i = from * width; i < to * width; i++) {
                squares[i] = plane[i] * plane[i];
            }
        });
        float[] mean = BoxMean.of(plane, width, height, radius, bands);
        float[] kept = BoxMean.of(squares, width, height, radius, bands);
        bands.run(height, 32, (from, to) -> {
            for (int i = from * width; i < to * width; i++) {
                float variance = Math.max(0, kept[i] - mean[i] * mean[i]);
                kept[i] = variance / (variance + ripple);
                mean[i] *= 1 - kept[i];
            }
        });
        float[] share = BoxMean.of(kept, width, height, radius, bands);
        float[] offset = BoxMean.of(mean, width, height, radius, bands);
        bands.run(height, 32, (from, to) -> {
            for (int i = from * width; i < to * width; i++) {
                plane[i] = share[i] * plane[i] + offset[i];
            }
        });
    }
}
