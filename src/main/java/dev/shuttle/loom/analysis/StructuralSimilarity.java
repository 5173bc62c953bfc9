package dev.shuttle.loom.analysis;

import dev.shuttle.loom.work.RowBands;

/** Mean structural similarity of two lightness planes, 0 to 100, with Gaussian windows (Wang et al. 2004). */
final class StructuralSimilarity {
    private static final double C1 = 0.01 * 100 * 0.01 * 100;
    private static final double C2 = 0.03 * 100 * 0.03 * 100;

    private StructuralSimilarity() {}

    static double mean(float[] one, float[] other, int width, int height, RowBands bands) {
        float[][] planes = {one, other, product(one, one), product(other, other), product(one, other)};
        bands.run(planes.length, 1, (from, to) -> planes[from] = GaussianBlur.of(planes[from], width, height));
        float[] meanOne = planes[0];
        float[] meanOther = planes[1];
        float[] squareOne = planes[2];
        float[] squareOther = planes[3];
        float[] both = planes[4];
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            double a = meanOne[i];
            double b = meanOther[i];
            double variances = squareOne[i] - a * a + squareOther[i] - b * b;
            double covariance = both[i] - a * b;
            sum += (2 * a * b + C1) * (2 * covariance + C2) / ((a * a + b * b + C1) * (variances + C2));
        }
        return sum / one.length;
    }

    private static float[] product(float[] one, float[] other) {
        float[] product = new float[one.length];
        for (int i = 0; i < one.length; i++) {
            product[i] = one[i] * other[i];
        }
        return product;
    }
}
