package dev.shuttle.loom.convert.style;

import dev.shuttle.loom.work.RowBands;

/**
 * Smoothing that stops at edges, of a cost that does not depend on its reach: the recursive filter over the domain
 * transform (Gastal and Oliveira 2011), rows and columns in turn. Planes come as rows, arrays of their own, which the compiler can
 * prove not to overlap and so works on several pixels at once.
 */
final class EdgePreservingSmoothing {
    private static final int PASSES = 3;
    /** Weights are kept for distances up to so many standard deviations; beyond it nothing gets through. */
    private static final int FARTHEST = 5;

    private static final int STEPS = 4096;
    /** Columns that are worked on at a time: all their rows stay in the cache. */
    private static final int STRIP = 256;

    private static final int ROWS = 16;
    /** What of the reach the standard deviation of the first pass is; each further pass has half of the one before. */
    private static final double FIRST = Math.sqrt(3) * Math.pow(2, PASSES - 1.0) / Math.sqrt(Math.pow(4, PASSES) - 1);

    private final RowBands bands;
    private final int width;
    /** What gets from the pixel before, and from the one above, in the first pass; in the next its square does. */
    private final float[][] across;

    private final float[][] down;

    /** How far the smoothing carries anything that can be seen, in pixels, for a reach. */
    static int carries(double reach) {
        return (int) Math.ceil(4 * reach);
    }

    /** Room for planes of that size. */
    EdgePreservingSmoothing(int width, int height, RowBands bands) {
        this.bands = bands;
        this.width = width;
        this.across = new float[height][width];
        this.down = new float[height][width];
    }

    /**
     * Smooths planes in place.
     *
     * @param targets rows of each plane
     * @param guide rows of lightness, a and b, whose edges stop it; may be the targets
     * @param rows how many rows from the first on
     * @param reach standard deviation in widths of a pixel
     * @param aspect how many times as high as wide a pixel is
     * @param contrast differences well above this stop the smoothing
     */
    void run(float[][][] targets, float[][][] guide, int rows, double reach, double aspect, double contrast) {
        Weights besides = new Weights(FIRST * reach, reach / contrast);
        Weights belows = new Weights(FIRST * reach / aspect, reach / aspect / contrast);
        bands.run(rows, ROWS, (from, to) -> {
            for (int y = from; y < to; y++) {
                besides.across(guide, y, across[y], width);
                if (y > 0) {
                    belows.down(guide, y, down[y], width);
                }
            }
        });
        for (int pass = 0; pass < PASSES; pass++) {
            boolean last = pass + 1 == PASSES;
            bands.run(rows, ROWS, (from, to) -> rows(targets, from, to, last));
            bands.run(width, STRIP, (from, to) -> columns(targets, rows, from, to, last));
        }
    }

    private void rows(float[][][] targets, int from, int to, boolean last) {
        for (int y = from; y < to; y++) {
            if (targets.length == 3) {
                row(targets[0][y], targets[1][y], targets[2][y], across[y], width);
            } else {
                for (float[][] plane : targets) {
                    row(plane[y], across[y], width);
                }
            }
            if (!last) {
                square(across[y], 0, width);
            }
        }
    }

    /** Three planes at once, since each pixel waits for the one before it. */
    private static void row(float[] l, float[] a, float[] b, float[] weight, int width) {
        float pl = l[0];
        float pa = a[0];
        float pb = b[0];
        for (int x = 1; x < width; x++) {
            float w = weight[x];
            float own = 1 - w;
            l[x] = pl = w * pl + own * l[x];
            a[x] = pa = w * pa + own * a[x];
            b[x] = pb = w * pb + own * b[x];
        }
        for (int x = width - 2; x >= 0; x--) {
            float w = weight[x + 1];
            float own = 1 - w;
            l[x] = pl = w * pl + own * l[x];
            a[x] = pa = w * pa + own * a[x];
            b[x] = pb = w * pb + own * b[x];
        }
    }

    private static void row(float[] plane, float[] weight, int width) {
        float before = plane[0];
        for (int x = 1; x < width; x++) {
            plane[x] = before = weight[x] * before + (1 - weight[x]) * plane[x];
        }
        for (int x = width - 2; x >= 0; x--) {
            plane[x] = before = weight[x + 1] * before + (1 - weight[x + 1]) * plane[x];
        }
    }

    private void columns(float[][][] targets, int rows, int from, int to, boolean last) {
        for (float[][] plane : targets) {
            for (int y = 1; y < rows; y++) {
                blend(plane[y], plane[y - 1], down[y], from, to);
            }
            for (int y = rows - 2; y >= 0; y--) {
                blend(plane[y], plane[y + 1], down[y + 1], from, to);
            }
        }
        for (int y = 1; y < rows && !last; y++) {
            square(down[y], from, to);
        }
    }

    private static void blend(float[] row, float[] other, float[] weight, int from, int to) {
        for (int x = from; x < to; x++) {
            row[x] += weight[x] * (other[x] - row[x]);
        }
    }

    private static void square(float[] weight, int from, int to) {
        for (int x = from; x < to; x++) {
            weight[x] *= weight[x];
        }
    }

    /** What gets from one pixel to the next in the first pass, from a table by their difference. */
    private static final class Weights {
        private final float[] table = new float[STEPS + 1];
        private final float perDifference;

        Weights(double sigma, double ratio) {
            // distances are one and what the difference adds to it
            double farthest = FARTHEST * sigma;
            perDifference = (float) (STEPS * ratio / farthest);
            for (int i = 0; i < STEPS; i++) {
                table[i] = (float) Math.exp(-Math.sqrt(2) * (1 + farthest * i / STEPS) / sigma);
            }
        }

        private float at(float difference) {
            return table[(int) Math.min(STEPS, difference * perDifference)];
        }

        void across(float[][][] guide, int y, float[] to, int width) {
            float[] l = guide[0][y];
            float[] a = guide[1][y];
            float[] b = guide[2][y];
            for (int x = 1; x < width; x++) {
                to[x] = at(Math.abs(l[x] - l[x - 1]) + Math.abs(a[x] - a[x - 1]) + Math.abs(b[x] - b[x - 1]));
            }
        }

        void down(float[][][] guide, int y, float[] to, int width) {
            float[] l = guide[0][y];
            float[] a = guide[1][y];
            float[] b = guide[2][y];
            float[] la = guide[0][y - 1];
            float[] aa = guide[1][y - 1];
            float[] ba = guide[2][y - 1];
            for (int x = 0; x < width; x++) {
                to[x] = at(Math.abs(l[x] - la[x]) + Math.abs(a[x] - aa[x]) + Math.abs(b[x] - ba[x]));
            }
        }
    }
}
