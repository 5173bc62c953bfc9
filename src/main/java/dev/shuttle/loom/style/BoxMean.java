package dev.shuttle.loom.style;

import dev.shuttle.loom.work.RowBands;

/** The mean over a square around every pixel, at a cost that does not depend on the square's size. */
final class BoxMean {
    private BoxMean() {}

    /** A new plane; at the border only what lies inside counts. */
    static float[] of(float[] plane, int width, int height, int radius, RowBands bands) {
        float[] across = new float[plane.length];
        bands.run(height, 16, (from, to) -> {
            for (int y = from; y < to; y++) {
                line(plane, across, y * width, 1, width, radius);
            }
        });
        float[] both = new float[plane.length];
        bands.run(width, 64, (from, to) -> columns(across, both, from, to, width, height, radius));
        return both;
    }

    private static void line(float[] in, float[] out, int start, int step, int length, int radius) {
        double sum = 0;
        for (int i = 0; i < Math.min(radius, length); i++) {
            sum += in[start + i * step];
        }
        for (int i = 0; i < length; i++) {
            if (i + radius < length) {
                sum += in[start + (i + radius) * step];
            }
            if (i - radius - 1 >= 0) {
                sum -= in[start + (i - radius - 1) * step];
            }
            int count = Math.min(length - 1, i + radius) - Math.max(0, i - radius) + 1;
            out[start + i * step] = (float) (sum / count);
        }
    }

    private static void columns(float[] in, float[] out, int from, int to, int width, int height, int radius) {
        double[] sums = new double[to - from];
        for (int y = -radius; y < height; y++) {
            int enter = y + radius;
            int leave = y - radius - 1;
            for (int x = from; x < to; x++) {
                sums[x - from] += enter < height ? in[enter * width + x] : 0;
                sums[x - from] -= leave >= 0 ? in[leave * width + x] : 0;
            }
            if (y >= 0) {
                int count = Math.min(height - 1, y + radius) - Math.max(0, leave + 1) + 1;
                for (int x = from; x < to; x++) {
                    out[y * width + x] = (float) (sums[x - from] / count);
                }
            }
        }
    }
}
