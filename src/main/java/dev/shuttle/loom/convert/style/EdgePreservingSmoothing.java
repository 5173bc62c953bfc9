package dev.shuttle.loom.convert.style;

import dev.shuttle.loom.work.RowBands;

/**
 * Smoothing that stops at edges, of a cost that does not depend on its reach: the recursive filter over the domain
 * transform (Gastal and Oliveira 2011), rows and columns in turn.
 */
final class EdgePreservingSmoothing {
    private static final int PASSES = 3;
    /** Weights are kept for distances up to so many standard deviations; beyond it nothing gets through. */
    private static final int FARTHEST = 5;

    private static final int STEPS = 4096;

    private final Planes planes;
    private final RowBands bands;

    EdgePreservingSmoothing(Planes planes, RowBands bands) {
        this.planes = planes;
        this.bands = bands;
    }

    /**
     * Smooths the planes in place.
     *
     * @param reach standard deviation in pixels
     * @param contrast differences well above this stop the smoothing
     */
    void run(double reach, double contrast) {
        run(planes.all(), reach, contrast);
    }

    /** A smooth copy of the lightness, stopped by edges of any plane; the planes stay as they are. */
    float[] lightness(double reach, double contrast) {
        float[] copy = planes.lightness.clone();
        run(new float[][] {copy}, reach, contrast);
        return copy;
    }

    private void run(float[][] targets, double reach, double contrast) {
        float[] across = distances(1, reach / contrast);
        float[] down = distances(planes.width, reach / contrast);
        for (int pass = 0; pass < PASSES; pass++) {
            double sigma = reach * Math.sqrt(3) * Math.pow(2, PASSES - pass - 1.0) / Math.sqrt(Math.pow(4, PASSES) - 1);
            Weights weights = new Weights(sigma);
            rows(targets, across, weights);
            columns(targets, down, weights);
        }
    }

    /** The transformed distance of every pixel to the one before it along an axis. */
    private float[] distances(int step, double ratio) {
        float[] distance = new float[planes.width * planes.height];
        bands.run(planes.height, 32, (from, to) -> {
            for (int y = from; y < to; y++) {
                for (int x = 0; x < planes.width; x++) {
                    int i = y * planes.width + x;
                    boolean first = step == 1 ? x == 0 : y == 0;
                    distance[i] = first ? Float.MAX_VALUE : 1 + (float) ratio * difference(i, i - step);
                }
            }
        });
        return distance;
    }

    private float difference(int i, int j) {
        return Math.abs(planes.lightness[i] - planes.lightness[j])
                + Math.abs(planes.a[i] - planes.a[j])
                + Math.abs(planes.b[i] - planes.b[j]);
    }

    private void rows(float[][] targets, float[] distance, Weights weights) {
        int width = planes.width;
        bands.run(planes.height, 16, (from, to) -> {
            float[] weight = new float[width];
            for (int y = from; y < to; y++) {
                int row = y * width;
                for (int x = 0; x < width; x++) {
                    weight[x] = weights.at(distance[row + x]);
                }
                for (float[] plane : targets) {
                    for (int x = 1; x < width; x++) {
                        plane[row + x] += weight[x] * (plane[row + x - 1] - plane[row + x]);
                    }
                    for (int x = width - 2; x >= 0; x--) {
                        plane[row + x] += weight[x + 1] * (plane[row + x + 1] - plane[row + x]);
                    }
                }
            }
        });
    }

    private void columns(float[][] targets, float[] distance, Weights weights) {
        int width = planes.width;
        int height = planes.height;
        int strip = Math.max(16, width / (2 * bands.threads()));
        bands.run(width, strip, (from, to) -> {
            float[] weight = new float[(to - from) * height];
            for (int y = 1; y < height; y++) {
                for (int x = from; x < to; x++) {
                    weight[y * (to - from) + x - from] = weights.at(distance[y * width + x]);
                }
            }
            for (float[] plane : targets) {
                for (int y = 1; y < height; y++) {
                    blend(plane, y * width, (y - 1) * width, weight, y * (to - from), from, to);
                }
                for (int y = height - 2; y >= 0; y--) {
                    blend(plane, y * width, (y + 1) * width, weight, (y + 1) * (to - from), from, to);
                }
            }
        });
    }

    private static void blend(float[] plane, int row, int other, float[] weight, int at, int from, int to) {
        for (int x = from; x < to; x++) {
            plane[row + x] += weight[at + x - from] * (plane[other + x] - plane[row + x]);
        }
    }

    /** What gets from one pixel to the next over a distance, from a table. */
    private static final class Weights {
        private final float[] table = new float[STEPS];
        private final float perDistance;

        Weights(double sigma) {
            perDistance = (float) (STEPS / (FARTHEST * sigma));
            for (int i = 0; i < STEPS; i++) {
                table[i] = (float) Math.exp(-Math.sqrt(2) * FARTHEST * (i + 0.5) / STEPS);
            }
        }

        float at(float distance) {
            float place = distance * perDistance;
            return place >= STEPS ? 0 : table[(int) place];
        }
    }
}
