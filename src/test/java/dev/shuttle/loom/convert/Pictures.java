package dev.shuttle.loom.convert;

import dev.shuttle.loom.image.Picture;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Pictures made by rule for the tests. */
public final class Pictures {
    static final int GROUND = 0xf4ecd8;
    static final int DOT = 0x102060;
    static final int PATCH = 0xc03030;
    static final int OTHER_PATCH = 0xb03838;

    private Pictures() {}

    /** Single dots, too small for any loom, that are most of what lies on the ground, and two alike patches. */
    static Picture dotted(int width, int height) {
        Picture picture = Picture.blank(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int dotted = x % 3 == 1 && y % 3 == 1 ? DOT : GROUND;
                int patch = x < 20 ? PATCH : OTHER_PATCH;
                picture.set(x, y, y < 20 && x < 38 ? patch : dotted);
            }
        }
        return picture;
    }

    /** Smooth gradients with discs and noise: as hard to reduce as a photograph. */
    public static Picture photo(int width, int height) {
        RandomGenerator random = new SplittableRandom(42);
        Picture picture = Picture.blank(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double disc = Math.hypot(x - width * 0.6, y - height * 0.4) < height * 0.25 ? 90 : 0;
                int r = level(200.0 * x / width + random.nextGaussian() * 6 + disc / 2);
                int g = level(180.0 * y / height + random.nextGaussian() * 6 + disc);
                int b = level(120 + 80 * Math.sin(x * 0.05) * Math.cos(y * 0.04) + random.nextGaussian() * 6 - disc);
                picture.set(x, y, r << 16 | g << 8 | b);
            }
        }
        return picture;
    }

    /** Anti-aliased discs of the colours given on the first of them; four samples a pixel each way. */
    public static Picture discs(int width, int height, int... colours) {
        Picture picture = Picture.blank(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double[] sum = new double[3];
                for (int s = 0; s < 16; s++) {
                    int rgb = colours[disc(x + (s % 4 + 0.5) / 4, y + (s / 4.0 + 0.5) / 4, colours.length)];
                    sum[0] += rgb >> 16 & 255;
                    sum[1] += rgb >> 8 & 255;
                    sum[2] += rgb & 255;
                }
                picture.set(x, y, level(sum[0] / 16) << 16 | level(sum[1] / 16) << 8 | level(sum[2] / 16));
            }
        }
        return picture;
    }

    /** Which of the colours of {@link #discs} a point shows. */
    public static int disc(double x, double y, int colours) {
        int column = (int) (x / 60);
        int row = (int) (y / 60);
        double distance = Math.hypot(x - column * 60 - 30.3, y - row * 60 - 29.6);
        return distance < 21.7 ? 1 + Math.floorMod(column + 2 * row, colours - 1) : 0;
    }

    private static int level(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }
}
