package dev.shuttle.loom.image;

/** CIE L*a*b* to sRGB; the white that it is relative to stays white. */
final class LabConversion {
    private final double[] matrix;

    private LabConversion(double[] white) {
        double[] scale = {white[0], 0, 0, 0, white[1], 0, 0, 0, white[2]};
        this.matrix = MatrixConversion.product(
                MatrixConversion.TO_SRGB, MatrixConversion.product(Chromaticities.adaptation(white), scale));
    }

    /** @param xy x and y of the white; D50 where that is no light */
    static LabConversion underWhite(double... xy) {
        boolean light = xy.length == 2 && xy[0] > 0.1 && xy[1] > 0.1 && xy[0] + xy[1] < 0.95;
        return new LabConversion(light ? Chromaticities.xyz(xy[0], xy[1]) : Chromaticities.D50);
    }

    /** Packed red, green and blue. */
    int rgb(double lightness, double a, double b) {
        double middle = (Math.max(0, Math.min(100, lightness)) + 16) / 116;
        double x = share(middle + a / 500);
        double y = share(middle);
        double z = share(middle - b / 200);
        return level(0, x, y, z) << 16 | level(3, x, y, z) << 8 | level(6, x, y, z);
    }

    private int level(int row, double x, double y, double z) {
        return TransferCurve.encoded((float) (matrix[row] * x + matrix[row + 1] * y + matrix[row + 2] * z)) & 255;
    }

    /** Of the white's; the inverse of CIE's function (CIE 15, 8.2.1). */
    static double share(double f) {
        return f > 6.0 / 29 ? f * f * f : 3 * (6.0 / 29) * (6.0 / 29) * (f - 4.0 / 29);
    }
}
