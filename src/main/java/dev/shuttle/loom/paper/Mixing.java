package dev.shuttle.loom.paper;

import dev.shuttle.loom.colour.Rgb;

/** Whether a colour is what a soft brush leaves between two others, mixed as coded values or as light. */
final class Mixing {
    /** Levels that rounding, and brushes with other gammas, may be off. */
    private static final double TOLERANCE = 6;
    /** Nearer to an end than this it is no mixture. */
    private static final double LEAST = 0.01;

    private static final double GAMMA = 2.2;
    private static final double[] LIGHT = new double[256];

    static {
        for (int level = 0; level < LIGHT.length; level++) {
            LIGHT[level] = Math.pow(level / 255.0, GAMMA);
        }
    }

    private Mixing() {}

    static boolean isBetween(int rgb, Rgb one, Rgb other) {
        double[] mixed = coded(rgb);
        double[] from = coded(one.packed());
        double[] to = coded(other.packed());
        return fits(mixed, from, to, false) || fits(mixed, from, to, true);
    }

    /** Whether it is a mixture of three, as where a stroke crosses a border. */
    static boolean isAmid(int rgb, Rgb one, Rgb other, Rgb third) {
        double[] from = coded(one.packed());
        double[] across = minus(coded(other.packed()), from);
        double[] along = minus(coded(third.packed()), from);
        double[] mixed = minus(coded(rgb), from);
        double determinant = dot(across, across) * dot(along, along) - dot(across, along) * dot(across, along);
        if (determinant < 1) {
            return false;
        }
        double first = (dot(mixed, across) * dot(along, along) - dot(mixed, along) * dot(across, along)) / determinant;
        double second =
                (dot(mixed, along) * dot(across, across) - dot(mixed, across) * dot(across, along)) / determinant;
        if (first < 0 || second < 0 || first + second > 1) {
            return false;
        }
        for (int channel = 0; channel < 3; channel++) {
            double expected = first * across[channel] + second * along[channel];
            if (Math.abs(expected - mixed[channel]) > TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    private static double[] minus(double[] one, double[] other) {
        return new double[] {one[0] - other[0], one[1] - other[1], one[2] - other[2]};
    }

    private static double dot(double[] one, double[] other) {
        return one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
    }

    private static boolean fits(double[] mixed, double[] from, double[] to, boolean asLight) {
        double along = 0;
        double length = 0;
        for (int channel = 0; channel < 3; channel++) {
            double step = value(to[channel], asLight) - value(from[channel], asLight);
            along += step * (value(mixed[channel], asLight) - value(from[channel], asLight));
            length += step * step;
        }
        if (length == 0) {
            return false;
        }
        double share = along / length;
        if (share < LEAST || share > 1 - LEAST) {
            return false;
        }
        for (int channel = 0; channel < 3; channel++) {
            double expected = value(from[channel], asLight) * (1 - share) + value(to[channel], asLight) * share;
            double level = asLight ? 255 * Math.pow(expected, 1 / GAMMA) : expected;
            if (Math.abs(level - mixed[channel]) > TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    private static double value(double level, boolean asLight) {
        return asLight ? LIGHT[(int) level] : level;
    }

    private static double[] coded(int rgb) {
        return new double[] {rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255};
    }
}
