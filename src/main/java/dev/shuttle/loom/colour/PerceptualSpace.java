package dev.shuttle.loom.colour;

import java.util.List;

/**
 * The space in which colours are clustered and compared while a picture is converted: OKLab (Ottosson 2020), times 100,
 * with the toe of CIE L* and with chroma stretched so that a step of hue weighs as much as CIEDE2000 gives it. Squared Euclidean distance in it is
 * the cost of showing one colour as another.
 */
public final class PerceptualSpace {
    /** What OKLab's a and b are multiplied by, beyond the 100 of lightness; see the class comment. */
    static final float CHROMA = 1.7f;

    /** CIE 15:2004, 8.2.1: 216/24389 and 24389/2700. */
    private static final float TOE_END = 0.008856452f;

    private static final float TOE_SLOPE = 9.032963f;

    /** Steps of light between which a cone's response is taken as straight: within 1e-5 of it. */
    private static final int STEPS = 4096;

    private static final float[] RESPONSES = new float[STEPS + 2];

    static {
        for (int i = 0; i < RESPONSES.length; i++) {
            RESPONSES[i] = response((float) i / STEPS);
        }
    }

    private PerceptualSpace() {}

    /** Writes the places of {@code l.length} pixels of three bytes, blue, green and red, that begin at {@code bgr[at]}. */
    public static void write(byte[] bgr, int at, float[] l, float[] a, float[] b) {
        for (int x = 0, i = at; x < l.length; x++, i += 3) {
            float blue = SrgbTransfer.linear(bgr[i] & 255);
            float green = SrgbTransfer.linear(bgr[i + 1] & 255);
            float red = SrgbTransfer.linear(bgr[i + 2] & 255);
            float longs = tabled(0.41222146f * red + 0.53633255f * green + 0.051445995f * blue);
            float middles = tabled(0.2119035f * red + 0.6806995f * green + 0.10739696f * blue);
            float shorts = tabled(0.08830246f * red + 0.28171885f * green + 0.6299787f * blue);
            l[x] = 100 * (0.21045426f * longs + 0.7936178f * middles - 0.004072047f * shorts);
            a[x] = 100 * CHROMA * (1.9779985f * longs - 2.4285922f * middles + 0.4505937f * shorts);
            b[x] = 100 * CHROMA * (0.025904037f * longs + 0.78277177f * middles - 0.80867577f * shorts);
        }
    }

    private static float tabled(float light) {
        float place = light * STEPS;
        int step = (int) place;
        return RESPONSES[step] + (place - step) * (RESPONSES[step + 1] - RESPONSES[step]);
    }

    /** Writes the sRGB colour nearest to a place as blue, green and red to {@code bgr[at..at+2]}. */
    public static void colour(float lightness, float a, float b, byte[] bgr, int at) {
        float x = lightness * 0.01f;
        float y = a * (0.01f / CHROMA);
        float z = b * (0.01f / CHROMA);
        float l = light(x + 0.39633778f * y + 0.21580376f * z);
        float m = light(x - 0.10556135f * y - 0.06385417f * z);
        float s = light(x - 0.08948418f * y - 1.2914855f * z);
        bgr[at] = SrgbTransfer.byteOf(-0.0041960864f * l - 0.7034186f * m + 1.7076147f * s);
        bgr[at + 1] = SrgbTransfer.byteOf(-1.268438f * l + 2.6097574f * m - 0.3413194f * s);
        bgr[at + 2] = SrgbTransfer.byteOf(4.0767417f * l - 3.3077116f * m + 0.23096994f * s);
    }

    private static float light(float response) {
        float root = (response + 0.16f) * (1 / 1.16f);
        return response <= TOE_SLOPE * TOE_END ? response * (1 / TOE_SLOPE) : root * root * root;
    }

    /** Writes lightness, a and b of a coded sRGB colour (0 to 255, fractions allowed) to {@code out[at..at+2]}. */
    public static void write(float red, float green, float blue, float[] out, int at) {
        float r = linear(red);
        float g = linear(green);
        float b = linear(blue);
        float l = response(0.41222146f * r + 0.53633255f * g + 0.051445995f * b);
        float m = response(0.2119035f * r + 0.6806995f * g + 0.10739696f * b);
        float s = response(0.08830246f * r + 0.28171885f * g + 0.6299787f * b);
        out[at] = 100 * (0.21045426f * l + 0.7936178f * m - 0.004072047f * s);
        out[at + 1] = 100 * CHROMA * (1.9779985f * l - 2.4285922f * m + 0.4505937f * s);
        out[at + 2] = 100 * CHROMA * (0.025904037f * l + 0.78277177f * m - 0.80867577f * s);
    }

    /** The place of {@code colour}. */
    public static float[] of(Rgb colour) {
        float[] place = new float[3];
        write(colour.red(), colour.green(), colour.blue(), place, 0);
        return place;
    }

    /** The index of the colour that looks most like {@code colour}. */
    public static int nearest(Rgb colour, List<Rgb> colours) {
        float[] place = of(colour);
        int best = -1;
        float least = Float.MAX_VALUE;
        for (int i = 0; i < colours.size(); i++) {
            float[] other = of(colours.get(i));
            float x = place[0] - other[0];
            float y = place[1] - other[1];
            float z = place[2] - other[2];
            float distance = x * x + y * y + z * z;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    /** The sRGB colour nearest to a place; what no screen shows is cut off per channel. */
    public static Rgb colour(float lightness, float a, float b) {
        double[] light = linearLight(lightness, a, b);
        return new Rgb(SrgbTransfer.coded(light[0]), SrgbTransfer.coded(light[1]), SrgbTransfer.coded(light[2]));
    }

    /** Whether sRGB has the colour of a place. */
    public static boolean isShown(float lightness, float a, float b) {
        for (double light : linearLight(lightness, a, b)) {
            if (light < -0.001 || light > 1.001) {
                return false;
            }
        }
        return true;
    }

    private static double[] linearLight(float lightness, float a, float b) {
        double x = lightness / 100;
        double y = a / (100 * CHROMA);
        double z = b / (100 * CHROMA);
        double l = light(x + 0.3963377774 * y + 0.2158037573 * z);
        double m = light(x - 0.1055613458 * y - 0.0638541728 * z);
        double s = light(x - 0.0894841775 * y - 1.2914855480 * z);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }

    /** The inverse of {@link #response}. */
    private static double light(double response) {
        if (response <= TOE_SLOPE * TOE_END) {
            return response / TOE_SLOPE;
        }
        double root = (response + 0.16) / 1.16;
        return root * root * root;
    }

    /** A cone's response to light: a cube root with the straight toe of CIE L*, which keeps black noise small. */
    private static float response(float light) {
        return light > TOE_END ? 1.16f * cubeRoot(light) - 0.16f : TOE_SLOPE * light;
    }

    private static float linear(float coded) {
        int below = (int) coded;
        if (below >= 255) {
            return SrgbTransfer.linear(255);
        }
        float low = SrgbTransfer.linear(below);
        return low + (coded - below) * (SrgbTransfer.linear(below + 1) - low);
    }

    /** Cube root of 0 to 1 within 1e-6: a first guess from the bits, then two steps of Halley. */
    private static float cubeRoot(float v) {
        if (v <= 0) {
            return 0;
        }
        float t = Float.intBitsToFloat(Float.floatToRawIntBits(v) / 3 + 709921077);
        float t3 = t * t * t;
        t = t * (t3 + v + v) / (t3 + t3 + v);
        t3 = t * t * t;
        return t * (t3 + v + v) / (t3 + t3 + v);
    }
}
