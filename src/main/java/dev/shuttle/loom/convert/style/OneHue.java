package dev.shuttle.loom.convert.style;

import dev.shuttle.loom.work.RowBands;

/**
 * Tone on tone: lightness stays, every colour gets the hue that is strongest in the picture, deep where it is dark and
 * pale where it is light, as warp and weft of two shades of one dye show it. A picture without colours stays grey.
 */
final class OneHue {
    private static final int HUES = 72;
    /** Chroma below this is no hue. */
    private static final float GREY = 5;
    /** Of what a screen can show: for black and for white. */
    private static final float DEEP = 0.75f;

    private static final float PALE = 0.3f;
    /** A picture with a smaller share of coloured pixels is a grey one. */
    private static final double COLOURED = 0.02;

    private OneHue() {}

    static void run(Planes planes, RowBands bands) {
        double[] weights = new double[HUES];
        long coloured = 0;
        for (int i = 0; i < planes.lightness.length; i++) {
            float chroma = (float) Math.hypot(planes.a[i], planes.b[i]);
            if (chroma > GREY) {
                weights[bin(Math.atan2(planes.b[i], planes.a[i]))] += chroma;
                coloured++;
            }
        }
        boolean grey = coloured < COLOURED * planes.lightness.length;
        float hue = hue(strongest(weights));
        bands.run(planes.height, 16, (from, to) -> {
            for (int i = from * planes.width; i < to * planes.width; i++) {
                float l = planes.lightness[i];
                float share = DEEP + (PALE - DEEP) * l / 100;
                float chroma = grey ? 0 : share * Gamut.most(l, hue);
                planes.a[i] = chroma * (float) Math.cos(hue);
                planes.b[i] = chroma * (float) Math.sin(hue);
            }
        });
    }

    private static int bin(double hue) {
        return Math.floorMod((int) Math.floor((hue / (2 * Math.PI) + 0.5) * HUES), HUES);
    }

    private static float hue(int bin) {
        return (float) (((bin + 0.5) / HUES - 0.5) * 2 * Math.PI);
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
