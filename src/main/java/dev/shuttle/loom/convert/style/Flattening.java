package dev.shuttle.loom.convert.style;

import dev.shuttle.loom.work.RowBands;

/**
 * Takes the ripple out of slow gradients, so that bands of colour get calm borders: the guided filter of He, Sun and Tang
 * (2010), the picture as its own guide. Where all planes vary by less than the ripple they become their means, where one
 * varies by more all stay: an edge of lightness stops the colours too, or they would seep across it.
 *
 * @param share how much of every pixel stays, 0 to 1
 * @param offsets what is added to the share of lightness, a and b
 */
@SuppressWarnings("ArrayRecordComponent") // the planes are large, and nobody compares them
record Flattening(float[] share, float[][] offsets) {

    /**
     * What is to be done to the planes, which are left as they are.
     *
     * @param across how far the surroundings go to both sides, pixels
     * @param down the same upwards and downwards
     * @param ripple standard deviation of what is taken out
     */
    static Flattening of(Planes planes, int across, int down, double ripple, RowBands bands) {
        int width = planes.width;
        int height = planes.height;
        float[][] all = planes.all();
        float[][] means = new float[all.length][];
        float[] kept = new float[width * height];
        for (int plane = 0; plane < all.length; plane++) {
            means[plane] = BoxMean.of(all[plane], width, height, across, down, bands);
            raiseToVariance(kept, all[plane], means[plane], planes, across, down, bands);
        }
        float least = (float) (ripple * ripple);
        for (int i = 0; i < kept.length; i++) {
            kept[i] /= kept[i] + least;
            for (float[] mean : means) {
                mean[i] *= 1 - kept[i];
            }
        }
        for (float[] mean : means) {
            BoxMean.inPlace(mean, width, height, across, down, bands);
        }
        BoxMean.inPlace(kept, width, height, across, down, bands);
        return new Flattening(kept, means);
    }

    /** Raises {@code most} to this plane's variance in the surroundings where that is greater. */
    private static void raiseToVariance(
            float[] most, float[] plane, float[] mean, Planes size, int across, int down, RowBands bands) {
        float[] square = new float[plane.length];
        for (int i = 0; i < plane.length; i++) {
            square[i] = plane[i] * plane[i];
        }
        BoxMean.inPlace(square, size.width, size.height, across, down, bands);
        for (int i = 0; i < plane.length; i++) {
            most[i] = Math.max(most[i], square[i] - mean[i] * mean[i]);
        }
    }

    /** Does it to the very planes it was made of. */
    void apply(Planes planes) {
        float[][] all = planes.all();
        for (int plane = 0; plane < all.length; plane++) {
            for (int i = 0; i < share.length; i++) {
                all[plane][i] = share[i] * all[plane][i] + offsets[plane][i];
            }
        }
    }
}
