package dev.shuttle.emulator.picture;

/** A poster's colours: fewer tones with soft steps, fuller hues, turned a little by the brush's variation. */
final class Posterizer {
    private static final int LEVELS = 8;
    private static final double SATURATION = 1.3;
    /** A warm brown, the tint of an old hand-coloured print. */
    private static final int TINT = 0xB07A45;

    private final int[] level = new int[256];
    private final double turn;
    private final boolean tint;

    Posterizer(Brush brush) {
        this.turn = Math.toRadians(Math.floorMod(brush.variation() * 37, 17) - 8.0);
        this.tint = brush.tint();
        for (int luma = 0; luma < 256; luma++) {
            double position = luma / 255.0 * LEVELS;
            double step = Math.floor(position);
            double within = position - step;
            double soft = smooth(smooth(within));
            level[luma] = (int) Math.round((step + soft) / LEVELS * 255);
        }
    }

    private static double smooth(double position) {
        return position * position * (3 - 2 * position);
    }

    void apply(int[] pixels) {
        double cos = Math.cos(turn) * SATURATION;
        double sin = Math.sin(turn) * SATURATION;
        for (int i = 0; i < pixels.length; i++) {
            int luma = Rgb.luma(pixels[i]);
            double blueness = Rgb.blue(pixels[i]) - luma;
            double redness = Rgb.red(pixels[i]) - luma;
            if (tint) {
                double strength = 1 - Math.abs(luma - 128) / 160.0;
                blueness = (Rgb.blue(TINT) - Rgb.luma(TINT)) * strength;
                redness = (Rgb.red(TINT) - Rgb.luma(TINT)) * strength;
            }
            pixels[i] = rgb(level[luma], redness * cos - blueness * sin, blueness * cos + redness * sin);
        }
    }

    private static int rgb(int luma, double redness, double blueness) {
        double greenness = -(299 * redness + 114 * blueness) / 587;
        return Rgb.of(channel(luma + redness), channel(luma + greenness), channel(luma + blueness));
    }

    private static int channel(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }
}
