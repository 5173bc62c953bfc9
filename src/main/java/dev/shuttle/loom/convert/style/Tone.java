package dev.shuttle.loom.convert.style;

import dev.shuttle.loom.colour.PerceptualSpace;
import dev.shuttle.loom.design.Style;
import org.jspecify.annotations.Nullable;

/**
 * What a style does to each pixel by itself, once it is known how light its area is: contrast without halos, one hue, and
 * saturation.
 */
final class Tone {
    /** How much of the contrast goes to the curve between the areas. */
    private static final float CURVE = 0.5f;
    /** Chroma up to which a colour is told from grey with difficulty. */
    private static final float GREY = 5;

    private final float contrast;
    private final float middle;
    /** One part of the lightness above the middle, and of that below. */
    private final float above;

    private final float below;
    private final float saturation;
    private final @Nullable OneHue hue;

    /**
     * @param lightness the mean of all areas'
     * @param hue the one that all colours get; null where they keep their own
     */
    Tone(Style style, double lightness, @Nullable OneHue hue) {
        this.contrast = (float) style.contrast() - 1;
        // kept away from the ends so that dark pictures stay dark and light ones light
        this.middle = (float) Math.max(35, Math.min(65, lightness));
        this.above = 1 / (100 - middle);
        this.below = 1 / middle;
        this.saturation = (float) style.saturation() - 1;
        this.hue = hue;
    }

    /**
     * Writes pixels as blue, green and red to {@code bgr[at]} onwards.
     *
     * @param areas how light the area of each is
     */
    void write(float[] l, float[] a, float[] b, float[] areas, byte[] bgr, int at) {
        for (int x = 0, i = at; x < l.length; x++, i += 3) {
            float lightness = contrast == 0 ? l[x] : contrasted(l[x], areas[x]);
            float toA = a[x];
            float toB = b[x];
            if (hue != null) {
                float chroma = hue.chroma(lightness);
                toA = chroma * hue.a();
                toB = chroma * hue.b();
            }
            float chroma = (float) Math.sqrt(toA * toA + toB * toB);
            float scale =
                    chroma > 1e-3f && saturation != 0 ? raise(chroma, saturation, Gamut.most(lightness, toA, toB)) : 1;
            PerceptualSpace.colour(lightness, toA * scale, toB * scale, bgr, i);
        }
    }

    /**
     * Lightness is parted into that of its area and the modelling inside. The areas are moved apart by a curve that leaves black and
     * white where they are, the modelling is multiplied. So flat areas stay flat, and nothing glows beside an edge.
     */
    private float contrasted(float lightness, float area) {
        float step = contrast * (lightness - area) + CURVE * contrast * bend(area);
        // shorter the nearer black or white is, so that nothing is cut off
        float room = step > 0 ? 100 - lightness : lightness;
        room = room > 0 ? room : 0;
        return lightness + step * room / (room + Math.abs(step) + 1e-6f);
    }

    /** How far the curve moves a lightness: away from the middle, and not at all at the middle, black and white. */
    private float bend(float lightness) {
        float away = lightness - middle;
        float share = Math.min(1, Math.abs(away) * (away > 0 ? above : below));
        return away * (1 - share);
    }

    /**
     * By what chroma is multiplied. What is nearly grey stays so, for its hue is chance; the nearer a colour comes to the strongest a
     * screen can show, the less is added, so that its shades do not melt into one.
     */
    private static float raise(float chroma, float gain, float most) {
        float room = most - chroma;
        if (room <= 0) {
            return gain < 0 ? Math.min(most / chroma, 1 + gain) : most / chroma;
        }
        if (gain <= 0) {
            return 1 + gain;
        }
        float weight = chroma * (1 / (2 * GREY));
        float times = weight < 1 ? gain * weight * weight * (3 - 2 * weight) : gain;
        float step = times * chroma;
        return 1 + times * room / (float) Math.sqrt(room * room + step * step);
    }
}
