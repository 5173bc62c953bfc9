package dev.shuttle.loom.convert.style;

import dev.shuttle.loom.colour.PerceptualSpace;

/** How much chroma a screen can show of each hue at each lightness. */
final class Gamut {
    private static final int LEVELS = 50;
    private static final int HUES = 192;
    /** More than any colour of sRGB has. */
    private static final float BEYOND = 80;

    private static final float[] MOST = table();

    private Gamut() {}

    /** The greatest chroma at a lightness (0 to 100) and a hue (radians, -pi to pi). */
    static float most(float lightness, float hue) {
        float level = Math.max(0, Math.min(LEVELS - 0.001f, lightness * LEVELS / 100));
        float turn = (float) ((hue / (2 * Math.PI) + 0.5) * HUES);
        int row = (int) level;
        int column = Math.min(HUES - 1, Math.max(0, (int) turn));
        float down = level - row;
        float across = Math.max(0, Math.min(1, turn - column));
        float upper = between(row * (HUES + 1) + column, across);
        return upper + down * (between((row + 1) * (HUES + 1) + column, across) - upper);
    }

    private static float between(int at, float share) {
        return MOST[at] + share * (MOST[at + 1] - MOST[at]);
    }

    private static float[] table() {
        float[] most = new float[(LEVELS + 1) * (HUES + 1)];
        for (int level = 1; level < LEVELS; level++) {
            for (int hue = 0; hue <= HUES; hue++) {
                double turn = ((double) hue / HUES - 0.5) * 2 * Math.PI;
                most[level * (HUES + 1) + hue] =
                        search(100f * level / LEVELS, (float) Math.cos(turn), (float) Math.sin(turn));
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
