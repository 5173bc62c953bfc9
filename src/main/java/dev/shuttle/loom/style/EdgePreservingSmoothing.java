package dev.shuttle.loom.style;

import dev.shuttle.loom.work.RowBands;

/**
 * Smoothing that stops at edges, of a cost that does not depend on its reach: the recursive filter over the domain
 * transform (Gastal and Oliveira 2011), rows and columns in turn.
 */
final class EdgePreservingSmoothing {
    private static final int PASSES = 3;
    private static final int FARTHEST = 64;
    private static final int STEPS = 32;

    private final Planes planes;
    private final RowBands bands;

    EdgePreservingSmoothing(Planes planes, RowBands bands) {
        this.planes = planes;
        this.bands = bands;
    }

    /**
     * @param reach standard deviation in pixels
     * @param contrast differences well above this stop the smoothing
     */
    void run(double reach, double contrast) {
        float[] across = distances(1, reach / contrast);
        float[] down = distances(planes.width, reach / contrast);
        for (int pass = 0; pass < PASSES; pass++) {
            double sigma = reach * Math.sqrt(3) * Math.pow(2, PASSES - pass - 1.0) / Math.sqrt(Math.pow(4, PASSES) - 1);
            float[] powers = powers(Math.exp(-Math.sqrt(2) / sigma));
            rows(across, powers);
            columns(down, powers);
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

    private void rows(float[] distance, float[] powers) {
        int width = planes.width;
        bands.run(planes.height, 16, (from, to) -> {
            float[] weight = new float[width];
            for (int y = from; y < to; y++) {
                int row = y * width;
                for (int x = 0; x < width; x++) {
                    weight[x] = power(powers, distance[row + x]);
                }
                for (float[] plane : planes.all()) {
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

    private void columns(float[] distance, float[] powers) {
        int width = planes.width;
        int height = planes.height;
        int strip = Math.max(16, width / (2 * bands.threads()));
        bands.run(width, strip, (from, to) -> {
            float[] weight = new float[(to - from) * height];
            for (int y = 1; y < height; y++) {
                for (int x = from; x < to; x++) {
                    weight[y * (to - from) + x - from] = power(powers, distance[y * width + x]);
                }
            }
            for (float[] plane : planes.all()) {
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

    /** {@code feedback} to the power of distances in steps of 1 / {@link #STEPS}. */
    private static float[] powers(double feedback) {
        float[] powers = new float[FARTHEST * STEPS];
        for (int i = 0; i < powers.length; i++) {
            powers[i] = (float) Math.pow(feedback, (i + 0.5) / STEPS);
        }
        return powers;
    }

    private static float power(float[] powers, float distance) {
        return distance >= FARTHEST ? 0 : powers[(int) (distance * STEPS)];
    }
}
