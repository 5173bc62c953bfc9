package dev.shuttle.loom.image;

import dev.shuttle.loom.image.PictureException.Code;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/**
 * CIE L*a*b* as TIFF files hold it: CIELab (TIFF 6.0, section 23), ICCLab (Adobe's technical notes) and ITULab (RFC
 * 2301). The reader delivers the samples as though they were red, green and blue; what they mean is computed here.
 */
final class TiffLab {
    private static final int CIE = 8;
    private static final int ICC = 9;
    private static final int ITU = 10;
    private static final int FLOATS = 3;
    private static final double[] RANGE_OF_CIE = {0, 100, -128, 127, -128, 127};
    /** L* from 0 to 100, a* over 170 around 128, b* over 200 around 96. */
    private static final double[] RANGE_OF_ITU = {
        0, 100, -128 * 170 / 255.0, 127 * 170 / 255.0, -96 * 200 / 255.0, 159 * 200 / 255.0
    };

    private final TiffDirectory directory;
    private final int photometric;
    private final int bits;
    private final boolean floats;
    private final LabConversion conversion;

    TiffLab(TiffDirectory directory, int photometric) throws PictureException {
        this.directory = directory;
        this.photometric = photometric;
        this.bits = (int) Math.min(32, directory.value(TiffDirectory.BITS_PER_SAMPLE, 1));
        this.floats = directory.value(TiffDirectory.SAMPLE_FORMAT, 1) == FLOATS;
        if (floats && bits != 32) {
            throw new PictureException(
                    Code.UNSUPPORTED_PICTURE, "L*a*b* in floating-point samples of %d bits".formatted(bits));
        }
        double[] white = directory.numbers(TiffDirectory.WHITE_POINT);
        this.conversion = LabConversion.underWhite(white);
    }

    static boolean isLab(int photometric) {
        return photometric >= CIE && photometric <= ITU;
    }

    /** The file with a directory that calls the samples unsigned light, from which the reader computes nothing. */
    byte[] asLight(byte[] file) throws PictureException {
        boolean colours = directory.value(TiffDirectory.SAMPLES_PER_PIXEL, 1) >= 3;
        byte[] changed = file.clone();
        directory.replace(changed, TiffDirectory.PHOTOMETRIC, colours ? 2 : 1);
        directory.replace(changed, TiffDirectory.SAMPLE_FORMAT, 1); // the reader would cut floats off at 0 and 1
        return changed;
    }

    /** @param alpha the band of the alpha, -1 for none */
    ArgbPlacing.Rows rows(BufferedImage image, int alpha) throws PictureException {
        Raster raster = image.getRaster();
        int bands = raster.getNumBands();
        double[] range = range();
        double most = (1L << bits) - 1;
        double[] row = new double[bands * raster.getWidth()];
        return (y, argb) -> {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
            for (int x = 0, i = 0; x < argb.length; x++, i += bands) {
                double lightness = value(row[i], most, range, 0);
                double a = bands < 3 ? 0 : value(row[i + 1], most, range, 1);
                double b = bands < 3 ? 0 : value(row[i + 2], most, range, 2);
                int opaque = alpha < 0 ? 255 : level(floats ? number(row[i + alpha]) : unsigned(row[i + alpha]) / most);
                argb[x] = opaque << 24 | conversion.rgb(lightness, a, b);
            }
        };
    }

    private static int level(double share) {
        return (int) (255 * Math.max(0, Math.min(1, share)) + 0.5);
    }

    private double value(double sample, double most, double[] range, int channel) {
        if (floats) {
            return number(sample);
        }
        long whole = unsigned(sample);
        if (photometric == CIE && channel > 0) {
            whole ^= 1L << (bits - 1); // a* and b* are signed there
        }
        return range[2 * channel] + whole / most * (range[2 * channel + 1] - range[2 * channel]);
    }

    private static float number(double sample) {
        return Float.intBitsToFloat((int) (long) sample);
    }

    private long unsigned(double sample) {
        return (long) sample & (1L << bits) - 1;
    }

    /** The values of the lowest and of the highest sample, of each channel. */
    private double[] range() throws PictureException {
        double[] said = directory.numbers(TiffDirectory.DECODE);
        if (photometric == ITU) {
            return said.length == 6 ? said : RANGE_OF_ITU;
        }
        if (bits <= 8) {
            return RANGE_OF_CIE;
        }
        double highest = 128 - 1 / (double) (1L << (bits - 8));
        double lightest = photometric == ICC ? 100 * (256 - 1 / (double) (1L << (bits - 8))) / 255 : 100;
        return new double[] {0, lightest, -128, highest, -128, highest};
    }
}
