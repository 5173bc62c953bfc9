package dev.shuttle.loom.convert.label;

/** When a colour counts as a mixture of two others. */
enum Mixing {
    /** As a renderer mixes them. */
    RENDERED {
        @Override
        boolean isMixture(int rgb, int one, int other) {
            return Math.min(Ramps.length(rgb, one), Ramps.length(rgb, other)) < OFF || Ramps.off(rgb, one, other) < OFF;
        }
    },
    /** As a JPEG leaves them: brightness swings beyond both beside an edge, colour is smeared further than brightness. */
    COMPRESSED {
        @Override
        boolean isMixture(int rgb, int one, int other) {
            int y = brightness(rgb);
            int a = brightness(one);
            int b = brightness(other);
            if (y < Math.min(a, b) - SWING || y > Math.max(a, b) + SWING) {
                return false;
            }
            float part = part(rgb, one, other);
            float bright = Math.abs(a - b) < SWING || isOfOneTint(one, other)
                    ? part
                    : Math.max(0, Math.min(1, (y - a) / (float) (b - a)));
            return Math.abs(part - bright) < TOGETHER && smear(rgb, one, other, part) < SMEAR;
        }
    };

    /** Sum of squares over the channels: how far off the line between two colours a mixture of them may be. */
    private static final int OFF = 24 * 24;
    /** How far brightness, 0 to 255, swings. */
    private static final int SWING = 40;
    /** The same for the two colour differences of a JPEG, squared. */
    private static final float SMEAR = 20 * 20;

    /** By how much the parts of a mixture may differ between brightness and colour. */
    private static final float TOGETHER = 0.65f;

    abstract boolean isMixture(int rgb, int one, int other);

    /** ITU-R BT.601, as JFIF has it. */
    private static int brightness(int rgb) {
        return (299 * (rgb >> 16 & 255) + 587 * (rgb >> 8 & 255) + 114 * (rgb & 255) + 500) / 1000;
    }

    private static float blue(int rgb) {
        return 0.564f * ((rgb & 255) - brightness(rgb));
    }

    private static float red(int rgb) {
        return 0.713f * ((rgb >> 16 & 255) - brightness(rgb));
    }

    private static boolean isOfOneTint(int one, int other) {
        float u = blue(other) - blue(one);
        float v = red(other) - red(one);
        return u * u + v * v < SMEAR;
    }

    /** The part, 0 to 1, that {@code other} has in the colour differences of a mixture. */
    private static float part(int rgb, int one, int other) {
        float u = blue(other) - blue(one);
        float v = red(other) - red(one);
        float length = u * u + v * v;
        float product = (blue(rgb) - blue(one)) * u + (red(rgb) - red(one)) * v;
        return length > 0 ? Math.max(0, Math.min(1, product / length)) : 0;
    }

    /** How far the colour differences are off those of a mixture, squared. */
    private static float smear(int rgb, int one, int other, float part) {
        float u = blue(rgb) - blue(one) - part * (blue(other) - blue(one));
        float v = red(rgb) - red(one) - part * (red(other) - red(one));
        return u * u + v * v;
    }
}
