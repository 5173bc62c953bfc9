package dev.shuttle.loom.image;

import java.util.function.DoubleUnaryOperator;

/** Grey levels with a curve of their own. */
final class GreyConversion implements ColourConversion {
    private final byte[] levels = new byte[256];

    GreyConversion(DoubleUnaryOperator curve) {
        float[] light = TransferCurve.levels(curve);
        for (int i = 0; i < 256; i++) {
            levels[i] = TransferCurve.encoded(light[i]);
        }
    }

    @Override
    public void convert(byte[] bgr, int at, int pixels) {
        for (int i = at, end = at + 3 * pixels; i < end; i++) {
            bgr[i] = levels[bgr[i] & 255];
        }
    }
}
