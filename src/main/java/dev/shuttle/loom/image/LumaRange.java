package dev.shuttle.loom.image;

/**
 * Luma and chroma whose range is not the whole one (ReferenceBlackWhite, YCbCrCoefficients; TIFF 6.0, sections 20 and
 * 21), after a JPEG reader made red, green and blue of them that knows only JFIF's.
 */
final class LumaRange implements ColourConversion {
    private static final double[] JFIF_SHARES = {0.299, 0.587, 0.114};
    private static final double[] JFIF_RANGE = {0, 255, 128, 255, 128, 255};

    private final double[] shares;
    private final double[] range;

    private LumaRange(double[] shares, double[] range) {
        this.shares = shares;
        this.range = range;
    }

    static ColourConversion of(TiffDirectory directory) throws PictureException {
        double[] shares = usable(directory.numbers(TiffDirectory.LUMA_SHARES), JFIF_SHARES);
        double[] range = usable(directory.numbers(TiffDirectory.REFERENCE_BLACK_WHITE), JFIF_RANGE);
        boolean spans = range[1] > range[0] && range[3] > range[2] && range[5] > range[4] && shares[1] > 0;
        return spans ? new LumaRange(shares, range).simplified() : NONE;
    }

    private static double[] usable(double[] said, double[] otherwise) {
        return said.length == otherwise.length ? said : otherwise;
    }

    @Override
    public void convert(byte[] bgr, int at, int pixels) {
        for (int i = at, end = at + 3 * pixels; i < end; i += 3) {
            int blue = bgr[i] & 255;
            int red = bgr[i + 2] & 255;
            double luma = JFIF_SHARES[0] * red + JFIF_SHARES[1] * (bgr[i + 1] & 255) + JFIF_SHARES[2] * blue;
            double y = (luma - range[0]) * 255 / (range[1] - range[0]);
            double cb = chroma(128 + (blue - luma) / (2 - 2 * JFIF_SHARES[2]), 2);
            double cr = chroma(128 + (red - luma) / (2 - 2 * JFIF_SHARES[0]), 4);
            double r = y + cr * (2 - 2 * shares[0]);
            double b = y + cb * (2 - 2 * shares[2]);
            bgr[i] = level(b);
            bgr[i + 1] = level((y - shares[0] * r - shares[2] * b) / shares[1]);
            bgr[i + 2] = level(r);
        }
    }

    private double chroma(double sample, int black) {
        return (sample - range[black]) * 127 / (range[black + 1] - range[black]);
    }

    private static byte level(double value) {
        return (byte) (Math.max(0, Math.min(255, value)) + 0.5);
    }
}
