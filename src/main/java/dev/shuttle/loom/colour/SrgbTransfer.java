package dev.shuttle.loom.colour;

/** The sRGB transfer function (IEC 61966-2-1). */
public final class SrgbTransfer {
    private static final int STEPS = 1 << 14;
    private static final float[] LINEAR = new float[256];
    /** The coded value by the square root of linear light, which spreads the dark colours out. */
    private static final byte[] CODED = new byte[STEPS + 1];

    /** Light below this is black. */
    private static final float DARKEST = 1 / 8192f;
    /** Bits of a float that do not count for its coded value. */
    private static final int FINE = 13;

    private static final int FIRST = Float.floatToRawIntBits(DARKEST) >> FINE;
    /** The coded value by the leading bits of linear light, from the darkest to one. */
    private static final byte[] BY_BITS = new byte[(Float.floatToRawIntBits(1) >> FINE) - FIRST + 1];

    static {
        for (int i = 0; i < BY_BITS.length; i++) {
            double linear = Float.intBitsToFloat(((FIRST + i) << FINE) + (1 << (FINE - 1)));
            BY_BITS[i] = (byte) Math.min(255, Math.round(255 * coding(linear)));
        }
        for (int i = 0; i < 256; i++) {
            double v = i / 255.0;
            LINEAR[i] = (float) (v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
        }
        for (int i = 0; i <= STEPS; i++) {
            double linear = (double) i / STEPS * i / STEPS;
            CODED[i] = (byte) Math.round(255 * coding(linear));
        }
    }

    private SrgbTransfer() {}

    private static double coding(double linear) {
        return linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    }

    /** Linear light, 0 to 1, of a coded value 0 to 255. */
    public static float linear(int coded) {
        return LINEAR[coded];
    }

    /** The coded value, 0 to 255, of linear light; what is out of range is cut off. */
    public static int coded(double linear) {
        if (linear <= 0) {
            return 0;
        }
        return CODED[(int) (Math.sqrt(Math.min(1, linear)) * STEPS + 0.5)] & 255;
    }

    /** The same as a byte. */
    static byte byteOf(float linear) {
        // as integers, the bits of floats of one sign are in the order of the floats
        int bits = Float.floatToRawIntBits(linear) >> FINE;
        return BY_BITS[Math.max(0, Math.min(BY_BITS.length - 1, bits - FIRST))];
    }
}
