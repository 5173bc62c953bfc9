package dev.shuttle.cli.sample;

/** Smooth noise that is the same on every machine: a hash of lattice points, blended and summed over octaves. */
final class Noise {
    private final int seed;

    Noise(int seed) {
        this.seed = seed;
    }

    /** One octave, 0 to 1, features about one unit long. */
    double at(double x, double y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        double u = ease(x - column);
        double v = ease(y - row);
        double above = mix(lattice(column, row), lattice(column + 1, row), u);
        double below = mix(lattice(column, row + 1), lattice(column + 1, row + 1), u);
        return mix(above, below, v);
    }

    /** Summed over octaves, each half as large and half as strong; 0 to 1. */
    double octaves(double x, double y, int octaves) {
        double sum = 0;
        double total = 0;
        double strength = 1;
        double scale = 1;
        for (int i = 0; i < octaves; i++) {
            sum += strength * at(x * scale + 17.3 * i, y * scale + 5.1 * i);
            total += strength;
            strength /= 2;
            scale *= 2;
        }
        return sum / total;
    }

    private double lattice(int x, int y) {
        int h = seed * 0x27d4eb2d + x * 0x165667b1 + y * 0x9e3779b1;
        h = (h ^ h >>> 15) * 0x85ebca6b;
        h = (h ^ h >>> 13) * 0xc2b2ae35;
        return ((h ^ h >>> 16) & 0xffff) / 65535.0;
    }

    private static double ease(double t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }

    static double mix(double a, double b, double share) {
        return a + (b - a) * share;
    }
}
