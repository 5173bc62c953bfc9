package dev.shuttle.loom.colour;

/** The sRGB transfer function (IEC 61966-2-1). */
public final class SrgbTransfer {
    private static final float[] LINEAR = new float[256];

    static {
        for (int i = 0; i < 256; i++) {
            double v = i / 255.0;
            LINEAR[i] = (float) (v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
        }
    }

    private SrgbTransfer() {}

    /** Linear light, 0 to 1, of a coded value 0 to 255. */
    public static float linear(int coded) {
        return LINEAR[coded];
    }

    /** The coded value, 0 to 255, of linear light; what is out of range is cut off. */
    public static int coded(double linear) {
        double v = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (int) Math.max(0, Math.min(255, Math.round(255 * v)));
    }
}
