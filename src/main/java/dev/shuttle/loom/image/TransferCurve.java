package dev.shuttle.loom.image;

import java.util.function.DoubleUnaryOperator;

/** From coded samples to light, both 0 to 1, and from light to sRGB's samples. */
final class TransferCurve {
    /** Steps of light that keep all 256 levels of sRGB apart with a tenth of a level to spare. */
    private static final int STEPS = 1 << 14;

    private static final byte[] ENCODED = new byte[STEPS + 1];

    static {
        for (int i = 0; i <= STEPS; i++) {
            double light = (double) i / STEPS;
            double coded = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
            ENCODED[i] = (byte) Math.round(255 * coded);
        }
    }

    /** IEC 61966-2-1. */
    static final DoubleUnaryOperator SRGB =
            coded -> coded <= 0.04045 ? coded / 12.92 : Math.pow((coded + 0.055) / 1.055, 2.4);

    private TransferCurve() {}

    static DoubleUnaryOperator power(double exponent) {
        return coded -> Math.pow(Math.max(0, coded), exponent);
    }

    /** The light of each of 256 levels. */
    static float[] levels(DoubleUnaryOperator curve) {
        float[] light = new float[256];
        for (int i = 0; i < 256; i++) {
            light[i] = (float) Math.max(0, Math.min(1, curve.applyAsDouble(i / 255.0)));
        }
        return light;
    }

    /** The level of sRGB that has this much light; less than 0 and more than 1 are the ends. */
    static byte encoded(float light) {
        return ENCODED[Math.max(0, Math.min(STEPS, (int) (light * STEPS + 0.5f)))];
    }
}
