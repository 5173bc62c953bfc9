package dev.shuttle.loom.convert.style;

import dev.shuttle.loom.work.RowBands;

/**
 * Multiplies chroma and keeps hue and lightness. What is nearly grey stays so, for its hue is chance; the nearer a
 * colour comes to the strongest a screen can show, the less is added, so that its shades do not melt into one.
 */
final class Saturation {
    /** Chroma up to which a colour is told from grey with difficulty. */
    private static final float GREY = 5;

    private Saturation() {}

    static void run(Planes planes, double factor, RowBands bands) {
        float gain = (float) factor - 1;
        bands.run(planes.height, 16, (from, to) -> {
            for (int i = from * planes.width; i < to * planes.width; i++) {
                float a = planes.a[i];
                float b = planes.b[i];
                float chroma = (float) Math.sqrt(a * a + b * b);
                if (chroma > 1e-3f) {
                    float most = Gamut.most(planes.lightness[i], (float) Math.atan2(b, a));
                    float scale = raised(chroma, gain, most) / chroma;
                    planes.a[i] = a * scale;
                    planes.b[i] = b * scale;
                }
            }
        });
    }

    private static float raised(float chroma, float gain, float most) {
        float room = most - chroma;
        if (room <= 0) {
            return gain < 0 ? Math.min(most, chroma * (1 + gain)) : most;
        }
        if (gain <= 0) {
            return chroma * (1 + gain);
        }
        float weight = Math.min(1, chroma / (2 * GREY));
        float step = gain * chroma * weight * weight * (3 - 2 * weight);
        return chroma + step * room / (float) Math.sqrt(room * room + step * step);
    }
}
