package dev.shuttle.loom.convert.style;

import dev.shuttle.loom.work.RowBands;

/** The mean over a square around every pixel, at a cost that does not depend on the square's size. */
public final class BoxMean {
    private static final int STRIP = 64;

    private BoxMean() {}

    /** A new plane; at the border only what lies inside counts. */
    public static float[] of(float[] plane, int width, int height, int radius, RowBands bands) {
        return of(plane, width, height, radius, radius, bands);
    }

    static float[] of(float[] plane, int width, int height, int across, int down, RowBands bands) {
        float[] means = plane.clone();
        inPlace(means, width, height, across, down, bands);
        return means;
    }

    /** The same, the plane itself being overwritten. */
    public static void inPlace(float[] plane, int width, int height, int radius, RowBands bands) {
        inPlace(plane, width, height, radius, radius, bands);
    }

    static void inPlace(float[] plane, int width, int height, int across, int down, RowBands bands) {
        bands.run(height, 16, (from, to) -> {
            float[] row = new float[width];
            for (int y = from; y < to; y++) {
                System.arraycopy(plane, y * width, row, 0, width);
                line(row, plane, y * width, across);
            }
        });
        bands.run(width, STRIP, (from, to) -> columns(plane, from, to, width, height, down));
    }

    private static void line(float[] in, float[] out, int start, int radius) {
        double sum = 0;
        for (int i = 0; i < Math.min(radius, in.length); i++) {
            sum += in[i];
        }
        for (int i = 0; i < in.length; i++) {
            if (i + radius < in.length) {
                sum += in[i + radius];
            }
            if (i - radius - 1 >= 0) {
                sum -= in[i - radius - 1];
            }
            int count = Math.min(in.length - 1, i + radius) - Math.max(0, i - radius) + 1;
            out[start + i] = (float) (sum / count);
        }
    }

    /** Rows that have been overwritten are still needed where they leave the square: they are kept so long. */
    private static void columns(float[] plane, int from, int to, int width, int height, int radius) {
        int strip = to - from;
        double[] sums = new double[strip];
        int kept = Math.min(height, radius + 1);
        float[] before = new float[kept * strip];
        for (int y = -radius; y < height; y++) {
            int enter = y + radius;
            int leave = y - radius - 1;
            for (int x = 0; x < strip; x++) {
                sums[x] += enter < height ? plane[enter * width + from + x] : 0;
                sums[x] -= leave >= 0 ? before[leave % kept * strip + x] : 0;
            }
            if (y >= 0) {
                int count = Math.min(height - 1, y + radius) - Math.max(0, leave + 1) + 1;
                System.arraycopy(plane, y * width + from, before, y % kept * strip, strip);
                for (int x = 0; x < strip; x++) {
                    plane[y * width + from + x] = (float) (sums[x] / count);
                }
            }
        }
    }
}
