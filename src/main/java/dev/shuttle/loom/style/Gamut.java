package dev.shuttle.loom.style;

import dev.shuttle.loom.colour.PerceptualSpace;
import dev.shuttle.loom.colour.Rgb;

/** Keeps colours within what a screen shows. */
final class Gamut {
    private Gamut() {}

    /** The colour, with as much of its chroma as fits. */
    static Rgb colour(float lightness, float a, float b) {
        if (PerceptualSpace.isShown(lightness, a, b)) {
            return PerceptualSpace.colour(lightness, a, b);
        }
        float low = 0;
        float high = 1;
        for (int step = 0; step < 7; step++) {
            float middle = (low + high) / 2;
            if (PerceptualSpace.isShown(lightness, a * middle, b * middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return PerceptualSpace.colour(lightness, a * low, b * low);
    }
}
