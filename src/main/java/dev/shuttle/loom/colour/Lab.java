package dev.shuttle.loom.colour;

/**
 * CIE 1976 L*a*b* under D65, and the colour difference CIEDE2000 (CIE 142-2001; Sharma, Wu, Dalal 2005).
 *
 * @param lightness 0 black to 100 white
 */
public record Lab(double lightness, double a, double b) {
    private static final double WHITE_X = 0.95047;
    private static final double WHITE_Z = 1.08883;
    private static final double POW25_7 = 6103515625.0;

    public static Lab of(Rgb colour) {
        return ofLinear(
                SrgbTransfer.linear(colour.red()),
                SrgbTransfer.linear(colour.green()),
                SrgbTransfer.linear(colour.blue()));
    }

    /**
     * The colour under D65 that looks as one measured under D50 does (Bradford's adaptation), which is what graphics
     * programs mean by L*a*b*.
     */
    public static Lab underD50(double lightness, double a, double b) {
        double fy = (lightness + 16) / 116;
        double x = 0.96422 * inverse(fy + a / 500);
        double y = inverse(fy);
        double z = 0.82521 * inverse(fy - b / 200);
        return ofXyz(
                0.9555766 * x - 0.0230393 * y + 0.0631636 * z,
                -0.0282895 * x + 1.0099416 * y + 0.0210077 * z,
                0.0122982 * x - 0.0204830 * y + 1.3299098 * z);
    }

    private static Lab ofXyz(double x, double y, double z) {
        double fx = response(x / WHITE_X);
        double fy = response(y);
        double fz = response(z / WHITE_Z);
        return new Lab(116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz));
    }

    /** The colour of linear sRGB light. */
    public static Lab ofLinear(double r, double g, double b) {
        return ofXyz(
                0.4124564 * r + 0.3575761 * g + 0.1804375 * b,
                0.2126729 * r + 0.7151522 * g + 0.0721750 * b,
                0.0193339 * r + 0.1191920 * g + 0.9503041 * b);
    }

    /** The sRGB colour, each channel cut off where the screen's gamut ends. */
    public Rgb rgb() {
        double[] linear = linear();
        return new Rgb(SrgbTransfer.coded(linear[0]), SrgbTransfer.coded(linear[1]), SrgbTransfer.coded(linear[2]));
    }

    /** Linear red, green and blue of sRGB; below 0 or above 1 where a screen cannot show it. */
    public double[] linear() {
        double fy = (lightness + 16) / 116;
        double x = WHITE_X * inverse(fy + a / 500);
        double y = inverse(fy);
        double z = WHITE_Z * inverse(fy - b / 200);
        return new double[] {
            3.2404542 * x - 1.5371385 * y - 0.4985314 * z,
            -0.9692660 * x + 1.8760108 * y + 0.0415560 * z,
            0.0556434 * x - 0.2040259 * y + 1.0572252 * z
        };
    }

    private static double inverse(double f) {
        double cube = f * f * f;
        return cube > 216.0 / 24389 ? cube : (116 * f - 16) * 27 / 24389;
    }

    private static double response(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    /** CIEDE2000 with kL = kC = kH = 1: 1 is about what a trained eye just sees. */
    public double difference(Lab other) {
        double chromaMean = (length(a, b) + length(other.a, other.b)) / 2;
        double g = 0.5 * (1 - Math.sqrt(seventh(chromaMean) / (seventh(chromaMean) + POW25_7)));
        double a1 = (1 + g) * a;
        double a2 = (1 + g) * other.a;
        double c1 = length(a1, b);
        double c2 = length(a2, other.b);
        double h1 = hue(a1, b);
        double h2 = hue(a2, other.b);
        double dHue = hueDifference(c1 * c2, h1, h2);
        double dH = 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(dHue) / 2);
        return weighted(
                other.lightness - lightness,
                (lightness + other.lightness) / 2,
                c2 - c1,
                (c1 + c2) / 2,
                dH,
                meanHue(c1 * c2, h1, h2));
    }

    /** A colour on the way to another one. */
    public Lab towards(Lab other, double share) {
        return new Lab(
                lightness + share * (other.lightness - lightness),
                a + share * (other.a - a),
                b + share * (other.b - b));
    }

    private static double weighted(double dL, double meanL, double dC, double meanC, double dH, double meanHue) {
        double t = 1
                - 0.17 * cosine(meanHue - 30)
                + 0.24 * cosine(2 * meanHue)
                + 0.32 * cosine(3 * meanHue + 6)
                - 0.20 * cosine(4 * meanHue - 63);
        double fromFifty = (meanL - 50) * (meanL - 50);
        double l = dL / (1 + 0.015 * fromFifty / Math.sqrt(20 + fromFifty));
        double c = dC / (1 + 0.045 * meanC);
        double h = dH / (1 + 0.015 * meanC * t);
        double turn = 30 * Math.exp(-Math.pow((meanHue - 275) / 25, 2));
        double rotation =
                -2 * Math.sqrt(seventh(meanC) / (seventh(meanC) + POW25_7)) * Math.sin(Math.toRadians(2 * turn));
        return Math.sqrt(Math.max(0, l * l + c * c + h * h + rotation * c * h));
    }

    /** Of numbers this small; {@link Math#hypot} takes many times as long for those that are not. */
    private static double length(double a, double b) {
        return Math.sqrt(a * a + b * b);
    }

    private static double hue(double a, double b) {
        if (a == 0 && b == 0) {
            return 0;
        }
        double degrees = Math.toDegrees(Math.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static double hueDifference(double chromaProduct, double h1, double h2) {
        double d = h2 - h1;
        if (chromaProduct == 0) {
            return 0;
        }
        return d > 180 ? d - 360 : d < -180 ? d + 360 : d;
    }

    private static double meanHue(double chromaProduct, double h1, double h2) {
        if (chromaProduct == 0) {
            return h1 + h2;
        }
        if (Math.abs(h1 - h2) <= 180) {
            return (h1 + h2) / 2;
        }
        return h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
    }

    private static double cosine(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }

    private static double seventh(double x) {
        double x3 = x * x * x;
        return x3 * x3 * x;
    }
}
