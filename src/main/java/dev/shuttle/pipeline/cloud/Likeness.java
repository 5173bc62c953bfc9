package dev.shuttle.pipeline.cloud;

import dev.shuttle.loom.image.Picture;

/**
 * How alike two pictures are in what a change of style leaves: where it is light and dark, where edges lie, and which way they run. 1 is the
 * same picture; different ones lie about 0. Colours and fine detail count for nothing.
 */
final class Likeness {
    /** Cells a side of the light-and-dark and of the edge maps: coarse, so that a small shift or a new texture does not matter. */
    private static final int[] SCALES = {8, 16, 32};

    /** Edges are taken from a picture of this many samples a side, softened. */
    private static final int SIDE = 96;

    private final double aspect;
    private final double[][] features;

    private Likeness(double aspect, double[][] features) {
        this.aspect = aspect;
        this.features = features;
    }

    /** What a picture is compared by. */
    static Likeness of(Picture picture) {
        double[] light = softened(light(picture));
        double[] strength = new double[SIDE * SIDE];
        double[] along = new double[SIDE * SIDE];
        double[] across = new double[SIDE * SIDE];
        for (int y = 1; y < SIDE - 1; y++) {
            for (int x = 1; x < SIDE - 1; x++) {
                int at = y * SIDE + x;
                double dx = light[at + 1] - light[at - 1];
                double dy = light[at + SIDE] - light[at - SIDE];
                double length = Math.hypot(dx, dy);
                strength[at] = Math.sqrt(length);
                // The double angle: an edge runs the same way whether it goes from light to dark or back.
                along[at] = length == 0 ? 0 : (dx * dx - dy * dy) / Math.pow(length, 1.5);
                across[at] = length == 0 ? 0 : 2 * dx * dy / Math.pow(length, 1.5);
            }
        }
        double[][] features = new double[3 * SCALES.length][];
        for (int i = 0; i < SCALES.length; i++) {
            features[3 * i] = centred(cells(light, SCALES[i]));
            features[3 * i + 1] = centred(cells(strength, SCALES[i]));
            features[3 * i + 2] = joined(cells(along, SCALES[i]), cells(across, SCALES[i]));
        }
        return new Likeness((double) picture.width() / picture.height(), features);
    }

    /** From about 0 (nothing in common) to 1; of two pictures of other proportions less. */
    double to(Likeness other) {
        double sum = 0;
        for (int i = 0; i < features.length; i++) {
            sum += correlation(features[i], other.features[i]);
        }
        double proportions = Math.max(0, 1 - 2 * Math.abs(Math.log(aspect / other.aspect)));
        return sum / features.length * proportions;
    }

    /** Luma on a grid of {@link #SIDE} by {@link #SIDE}, each the mean of the pixels it stands for. */
    private static double[] light(Picture picture) {
        double[] sum = new double[SIDE * SIDE];
        int[] count = new int[SIDE * SIDE];
        int[] row = new int[picture.width()];
        int high = Math.max(picture.height(), SIDE);
        int wide = Math.max(picture.width(), SIDE);
        for (int v = 0; v < high; v++) {
            picture.row((int) ((long) v * picture.height() / high), row, 0);
            int line = (int) ((long) v * SIDE / high) * SIDE;
            for (int u = 0; u < wide; u++) {
                int rgb = row[(int) ((long) u * picture.width() / wide)];
                int at = line + (int) ((long) u * SIDE / wide);
                sum[at] += 0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255);
                count[at]++;
            }
        }
        for (int at = 0; at < sum.length; at++) {
            sum[at] /= Math.max(1, count[at]);
        }
        return sum;
    }

    /** Each sample with its eight neighbours. */
    private static double[] softened(double[] grid) {
        double[] soft = new double[grid.length];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double sum = 0;
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dx = -1; dx <= 1; dx++) {
                        sum += grid[inside(y + dy) * SIDE + inside(x + dx)];
                    }
                }
                soft[y * SIDE + x] = sum / 9;
            }
        }
        return soft;
    }

    private static int inside(int at) {
        return Math.max(0, Math.min(SIDE - 1, at));
    }

    private static double[] cells(double[] grid, int cells) {
        double[] sum = new double[cells * cells];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                sum[y * cells / SIDE * cells + x * cells / SIDE] += grid[y * SIDE + x];
            }
        }
        return sum;
    }

    private static double[] joined(double[] first, double[] second) {
        double[] all = new double[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static double[] centred(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double[] centred = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            centred[i] = values[i] - mean;
        }
        return centred;
    }

    /** A flat picture is like nothing. */
    private static double correlation(double[] a, double[] b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += a[i] * b[i];
            aa += a[i] * a[i];
            bb += b[i] * b[i];
        }
        return aa < 1e-9 || bb < 1e-9 ? 0 : ab / Math.sqrt(aa * bb);
    }
}
