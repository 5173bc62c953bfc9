package dev.shuttle.loom.image;

import java.util.function.DoubleUnaryOperator;

/** Colours of three primaries with a curve for each: most profiles, and what a PNG's chunks say. */
final class MatrixConversion implements ColourConversion {
    /** XYZ under D50, the ICC's connection space, to light of sRGB's primaries (Bradford-adapted). */
    static final double[] TO_SRGB = {
        3.1338561, -1.6168667, -0.4906146, -0.9787684, 1.9161415, 0.0334540, 0.0719453, -0.2289914, 1.4052427
    };

    private final float[] red;
    private final float[] green;
    private final float[] blue;
    private final float[] matrix = new float[9];

    /** @param toXyz red's, green's and blue's XYZ under D50 as the columns of a matrix, row after row */
    MatrixConversion(DoubleUnaryOperator red, DoubleUnaryOperator green, DoubleUnaryOperator blue, double[] toXyz) {
        this.red = TransferCurve.levels(red);
        this.green = TransferCurve.levels(green);
        this.blue = TransferCurve.levels(blue);
        double[] product = product(TO_SRGB, toXyz);
        for (int i = 0; i < 9; i++) {
            matrix[i] = (float) product[i];
        }
    }

    /** Of two matrices of three rows. */
    static double[] product(double[] left, double[] right) {
        double[] product = new double[9];
        for (int i = 0; i < 9; i++) {
            int row = 3 * (i / 3);
            int column = i % 3;
            product[i] =
                    left[row] * right[column] + left[row + 1] * right[3 + column] + left[row + 2] * right[6 + column];
        }
        return product;
    }

    @Override
    public void convert(byte[] bgr, int at, int pixels) {
        float[] m = matrix;
        for (int i = at, end = at + 3 * pixels; i < end; i += 3) {
            float b = blue[bgr[i] & 255];
            float g = green[bgr[i + 1] & 255];
            float r = red[bgr[i + 2] & 255];
            bgr[i] = TransferCurve.encoded(m[6] * r + m[7] * g + m[8] * b);
            bgr[i + 1] = TransferCurve.encoded(m[3] * r + m[4] * g + m[5] * b);
            bgr[i + 2] = TransferCurve.encoded(m[0] * r + m[1] * g + m[2] * b);
        }
    }
}
