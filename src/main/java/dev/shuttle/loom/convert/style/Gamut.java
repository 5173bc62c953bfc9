package dev.shuttle.loom.convert.style;

import dev.shuttle.loom.colour.PerceptualSpace;

/** How much chroma a screen can show of each hue at each lightness. */
final class Gamut {
    private static final int LEVELS = 32;
    private static final int HUES = 96;
    /** More than any colour of sRGB has. */
    private static final float BEYOND = 80;

    private static final float[] MOST = table();

    private Gamut() {}

    /** The greatest chroma at a lightness (0 to 100) and the hue of a and b, which are not both 0. */
    static float most(float lightness, float a, float b) {
        float level = lightness * (LEVELS / 100f);
        // around a square instead of a circle, which needs no arc tangent
        float side = a / (Math.abs(a) + Math.abs(b));
        float turn = (b < 0 ? 1 + side : 3 - side) * (HUES / 4f);
        int row = Math.max(0, Math.min(LEVELS - 1, (int) level));
        int column = Math.min(HUES - 1, (int) turn);
        float across = turn - column;
        float upper = between(row * (HUES + 1) + column, across);
        return upper + (level - row) * (between((row + 1) * (HUES + 1) + column, across) - upper);
    }

    private static float between(int at, float share) {
        return MOST[at] + share * (MOST[at + 1] - MOST[at]);
    }

    private static float[] table() {
        float[] most = new float[(LEVELS + 1) * (HUES + 1)];
        for (int level = 1; level < LEVELS; level++) {
            for (int hue = 0; hue <= HUES; hue++) {
                float turn = 4f * hue / HUES;
                float a = turn < 2 ? turn - 1 : 3 - turn;
                float b = turn < 2 ? Math.abs(a) - 1 : 1 - Math.abs(a);
                float chroma = (float) Math.hypot(a, b);
                most[level * (HUES + 1) + hue] = search(100f * level / LEVELS, a / chroma, b / chroma);
            }
        }
        return most;
    }

    private static float search(float lightness, float a, float b) {
        float low = 0;
        float high = BEYOND;
        for (int step = 0; step < 14; step++) {
            float middle = (low + high) / 2;
            if (PerceptualSpace.isShown(lightness, a * middle, b * middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
