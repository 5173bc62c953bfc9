package dev.shuttle.loom.convert.style;

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
        float[] kept = kept(planes, radius, (float) (ripple * ripple), bands);
        float[] share = BoxMean.of(kept, width, height, radius, bands);
        for (float[] plane : planes.all()) {
            float[] offset = BoxMean.of(plane, width, height, radius, bands);
            bands.run(height, 32, (from, to) -> {
                for (int i = from * width; i < to * width; i++) {
                    offset[i] *= 1 - kept[i];
                }
            });
            BoxMean.inPlace(offset, width, height, radius, bands);
            bands.run(height, 32, (from, to) -> {
                for (int i = from * width; i < to * width; i++) {
                    plane[i] = share[i] * plane[i] + offset[i];
                }
            });
        }
    }

    /** How much of every pixel stays, 0 to 1. The planes' means are made anew later: kept, they would take half as much. */
    private static float[] kept(Planes planes, int radius, float least, RowBands bands) {
        float[] kept = new float[planes.width * planes.height];
        for (float[] plane : planes.all()) {
            raiseToVariance(kept, plane, planes, radius, bands);
        }
        bands.run(planes.height, 32, (from, to) -> {
            for (int i = from * planes.width; i < to * planes.width; i++) {
                kept[i] /= kept[i] + least;
            }
        });
        return kept;
    }

    /** Raises {@code most} to this plane's variance in the surroundings where that is greater. */
    private static void raiseToVariance(float[] most, float[] plane, Planes size, int radius, RowBands bands) {
        float[] mean = BoxMean.of(plane, size.width, size.height, radius, bands);
        float[] square = new float[plane.length];
        bands.run(size.height, 32, (from, to) -> {
            for (int i = from * size.width; i < to * size.width; i++) {
                square[i] = plane[i] * plane[i];
            }
        });
        BoxMean.inPlace(square, size.width, size.height, radius, bands);
        bands.run(size.height, 32, (from, to) -> {
            for (int i = from * size.width; i < to * size.width; i++) {
                most[i] = Math.max(most[i], square[i] - mean[i] * mean[i]);
            }
        });
    }
}
