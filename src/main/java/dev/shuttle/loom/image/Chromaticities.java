package dev.shuttle.loom.image;

/**
 * Where three primaries and their white lie.
 *
 * @param xy x and y of white, red, green and blue, as in a PNG's cHRM
 */
@SuppressWarnings("ArrayRecordComponent")
record Chromaticities(double[] xy) {
    private static final double[] BRADFORD = {0.8951, 0.2664, -0.1614, -0.7502, 1.7135, 0.0367, 0.0389, -0.0685, 1.0296
    };
    static final double[] D50 = {0.9642, 1, 0.8249};

    static final Chromaticities SRGB = of(0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06);

    static Chromaticities of(double... xy) {
        return new Chromaticities(xy);
    }

    /** Whether a matrix can be made of them. */
    boolean isUsable() {
        for (int i = 1; i < 8; i += 2) {
            if (xy[i] <= 0) {
                return false;
            }
        }
        double[] matrix = toXyz();
        for (double value : matrix) {
            if (!Double.isFinite(value) || Math.abs(value) > 10) {
                return false;
            }
        }
        return true;
    }

    /** From their light to XYZ under D50, white staying white. */
    double[] toXyz() {
        double[] columns = new double[9];
        for (int primary = 0; primary < 3; primary++) {
            double[] xyz = xyz(xy[2 + 2 * primary], xy[3 + 2 * primary]);
            for (int i = 0; i < 3; i++) {
                columns[3 * i + primary] = xyz[i];
            }
        }
        double[] white = xyz(xy[0], xy[1]);
        double[] shares = times(inverse(columns), white);
        for (int i = 0; i < 9; i++) {
            columns[i] *= shares[i % 3];
        }
        return MatrixConversion.product(adaptation(white), columns);
    }

    static double[] xyz(double x, double y) {
        return new double[] {x / y, 1, (1 - x - y) / y};
    }

    /** Bradford's, to D50. */
    static double[] adaptation(double[] white) {
        double[] from = times(BRADFORD, white);
        double[] to = times(BRADFORD, D50);
        double[] scale = {to[0] / from[0], 0, 0, 0, to[1] / from[1], 0, 0, 0, to[2] / from[2]};
        return MatrixConversion.product(inverse(BRADFORD), MatrixConversion.product(scale, BRADFORD));
    }

    private static double[] times(double[] m, double[] v) {
        return new double[] {
            m[0] * v[0] + m[1] * v[1] + m[2] * v[2],
            m[3] * v[0] + m[4] * v[1] + m[5] * v[2],
            m[6] * v[0] + m[7] * v[1] + m[8] * v[2]
        };
    }

    private static double[] inverse(double[] m) {
        double a = m[4] * m[8] - m[5] * m[7];
        double b = m[5] * m[6] - m[3] * m[8];
        double c = m[3] * m[7] - m[4] * m[6];
        double determinant = m[0] * a + m[1] * b + m[2] * c;
        double[] adjugate = {
            a, m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
            b, m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
            c, m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]
        };
        for (int i = 0; i < 9; i++) {
            adjugate[i] /= determinant;
        }
        return adjugate;
    }
}
