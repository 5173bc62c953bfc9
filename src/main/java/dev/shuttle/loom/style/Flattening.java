package dev.shuttle.loom.style;

import dev.shuttle.loom.work.RowBands;

/**
 * Takes the ripple out of slow gradients, so that bands of colour get calm borders: the guided filter of He, Sun and Tang
 * (2010), the picture as its own guide. Where all planes vary by less than the ripple they become their means, where one
 * varies by more all stay: an edge of lightness stops the colours too, or they would seep across it.
 */
final class Flattening {
    private Flattening() {}

    /**
     * @param radius of the surroundings in pixels
     * @param ripple standard deviation of what is taken out
     */
    static void run(Planes planes, int radius, double ripple, RowBands bands) {
        int width = planes.width;
        int height = planes.height;
        float[][] all = planes.all();
        float[][] means = new float[all.length][];
        float[] kept = new float[width * height];
        for (int p = 0; p < all.length; p++) {
            means[p] = BoxMean.of(all[p], width, height, radius, bands);
            raiseToVariance(kept, all[p], means[p], planes, radius, bands);
        }
        float least = (float) (ripple * ripple);
        bands.run(height, 32, (from, to) -> {
            for (int i = from * width; i < to * width; i++) {
                kept[i] /= kept[i] + least;
                for (float[] mean : means) {
                    mean[i] *= 1 - kept[i];
                }
            }
        });
        float[] share = BoxMean.of(kept, width, height, radius, bands);
        for (int p = 0; p < all.length; p++) {
            float[] plane = all[p];
            float[] offset = BoxMean.of(means[p], width, height, radius, bands);
            bands.run(height, 32, (from, to) -> {
                for (int i = from * width; i < to * width; i++) {
                    plane[i] = share[i] * plane[i] + offset[i];
                }
            });
        }
    }

    /** Raises {@code most} to this plane's variance in the surroundings where that is greater. */
    private static void raiseToVariance(
            float[] most, float[] plane, float[] mean, Planes size, int radius, RowBands bands) {
        float[] squares = new float[plane.length];
        bands.run(size.height, 32, (from, to) -> {
            for (int i = from * size.width; i < to * size.width; i++) {
                squares[i] = plane[i] * plane[i];
            }
        });
        float[] square = BoxMean.of(squares, size.width, size.height, radius, bands);
        bands.run(size.height, 32, (from, to) -> {
            for (int i = from * size.width; i < to * size.width; i++) {
                most[i] = Math.max(most[i], square[i] - mean[i] * mean[i]);
            }
        });
    }
}
