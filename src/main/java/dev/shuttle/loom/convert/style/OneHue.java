package dev.shuttle.loom.convert.style;

/**
 * Tone on tone: lightness stays, every colour gets the hue that is strongest in the picture, deep where it is dark and
 * pale where it is light, as warp and weft of two shades of one dye show it. A picture without colours stays grey.
 *
 * @param grey whether there is none
 * @param a of a chroma of one, likewise b
 */
record OneHue(boolean grey, float a, float b) {
    private static final int HUES = 72;
    /** Chroma below this is no hue. */
    private static final float GREY = 5;
    /** Of what a screen can show: for black and for white. */
    private static final float DEEP = 0.75f;

    private static final float PALE = 0.3f;
    /** A picture with a smaller share of coloured pixels is a grey one. */
    private static final double COLOURED = 0.02;

    static OneHue of(Planes planes) {
        double[] weights = new double[HUES];
        long coloured = 0;
        for (int i = 0; i < planes.lightness.length; i++) {
            float chroma = (float) Math.hypot(planes.a[i], planes.b[i]);
            if (chroma > GREY) {
                weights[bin(Math.atan2(planes.b[i], planes.a[i]))] += chroma;
                coloured++;
            }
        }
        double hue = hue(strongest(weights));
        return new OneHue(coloured < COLOURED * planes.lightness.length, (float) Math.cos(hue), (float) Math.sin(hue));
    }

    /** How strong the hue is to be at a lightness. */
    float chroma(float lightness) {
        float share = DEEP + (PALE - DEEP) * lightness / 100;
        return grey ? 0 : share * Gamut.most(lightness, a, b);
    }

    private static int bin(double hue) {
        return Math.floorMod((int) Math.floor((hue / (2 * Math.PI) + 0.5) * HUES), HUES);
    }

    private static double hue(int bin) {
        return ((bin + 0.5) / HUES - 0.5) * 2 * Math.PI;
    }

    /** The bin with most weight, its neighbours counted in. */
    private static int strongest(double[] weights) {
        int best = 0;
        double most = -1;
        for (int bin = 0; bin < HUES; bin++) {
            double sum = 0;
            for (int near = -3; near <= 3; near++) {
                sum += weights[Math.floorMod(bin + near, HUES)] * (4 - Math.abs(near));
            }
            if (sum > most) {
                most = sum;
                best = bin;
            }
        }
        return best;
    }
}
