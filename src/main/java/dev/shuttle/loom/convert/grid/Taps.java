package dev.shuttle.loom.convert.grid;

/**
 * Which source pixels make up each output cell along one axis and by how much: the exact overlap where the output is
 * coarser, a cubic B-spline where it is finer (so that contours stay round instead of showing the source's blocks).
 */
final class Taps {
    private final int[] start;
    private final float[][] weights;

    private Taps(int cells) {
        start = new int[cells];
        weights = new float[cells][];
    }

    static Taps of(int source, int cells) {
        Taps taps = new Taps(cells);
        double scale = (double) source / cells;
        for (int i = 0; i < cells; i++) {
            if (scale >= 1) {
                taps.overlap(i, i * scale, Math.min(source, (i + 1) * scale));
            } else {
                taps.spline(i, (i + 0.5) * scale - 0.5, source);
            }
        }
        return taps;
    }

    private void overlap(int cell, double from, double to) {
        int first = (int) from;
        int end = (int) Math.ceil(to - 1e-9);
        start[cell] = first;
        weights[cell] = new float[end - first];
        for (int j = first; j < end; j++) {
            weights[cell][j - first] = (float) ((Math.min(to, j + 1) - Math.max(from, j)) / (to - from));
        }
    }

    private void spline(int cell, double centre, int source) {
        int first = Math.max(0, (int) Math.floor(centre) - 1);
        int end = Math.min(source, (int) Math.floor(centre) + 3);
        start[cell] = first;
        weights[cell] = new float[end - first];
        double sum = 0;
        for (int j = first; j < end; j++) {
            double w = bSpline(Math.abs(j - centre));
            weights[cell][j - first] = (float) w;
            sum += w;
        }
        for (int j = 0; j < end - first; j++) {
            weights[cell][j] /= (float) sum;
        }
    }

    private static double bSpline(double d) {
        if (d < 1) {
            return 2.0 / 3 - d * d + d * d * d / 2;
        }
        return d < 2 ? (2 - d) * (2 - d) * (2 - d) / 6 : 0;
    }

    int cells() {
        return start.length;
    }

    int start(int cell) {
        return start[cell];
    }

    float[] weights(int cell) {
        return weights[cell];
    }
}
