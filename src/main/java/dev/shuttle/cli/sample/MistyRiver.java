package dev.shuttle.cli.sample;

import java.awt.image.BufferedImage;

/**
 * A river before sunrise, in soft gradients and veils of mist: mountains one behind the other, the moon and its path on
 * the water, a boat, and bamboo near by. What a loom finds hard.
 */
final class MistyRiver {
    static final double MOON_X = 842;
    private static final double MOON_Y = 150;
    private static final double MOON_RADIUS = 46;
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 800;
    private static final int HORIZON = 528;

    private static final Gradient SKY =
            new Gradient(new double[] {0, 0.3, 0.58, 0.8, 1}, 0x4f7f92, 0x8fb3b5, 0xd8d9c4, 0xf3dcb8, 0xf2e6d0);

    private static final Ridge[] RIDGES = {
        new Ridge(11, 330, 150, 420, 0x9db8bb, 230),
        new Ridge(23, 385, 170, 360, 0x7ea2a8, 200),
        new Ridge(5, 430, 165, 300, 0x5c8790, 170),
        new Ridge(42, 478, 120, 260, 0x3d6a74, 120),
        new Ridge(64, 518, 46, 210, 0x2b525c, 60),
    };

    private MistyRiver() {}

    static BufferedImage draw() {
        Canvas canvas = new Canvas(WIDTH, HEIGHT);
        sky(canvas);
        moon(canvas);
        for (Ridge ridge : RIDGES) {
            ridge.paint(canvas, HORIZON);
        }
        new Water(HORIZON).paint(canvas);
        mist(canvas);
        BufferedImage picture = canvas.toImage();
        Foreground.paint(picture);
        return picture;
    }

    private static void sky(Canvas canvas) {
        Noise clouds = new Noise(3);
        Canvas.rows(0, HORIZON, y -> {
            for (int x = 0; x < WIDTH; x++) {
                canvas.veil(x, y, SKY.at((double) y / HORIZON), 1);
                double streak = clouds.octaves(x / 420.0 + y / 300.0, y / 60.0, 5);
                canvas.veil(x, y, 0xfbf1e0, Math.max(0, streak - 0.46) * 1.3);
            }
        });
    }

    private static void moon(Canvas canvas) {
        Noise seas = new Noise(8);
        Canvas.rows(0, HORIZON, y -> {
            for (int x = 0; x < WIDTH; x++) {
                double distance = Math.hypot(x + 0.5 - MOON_X, y + 0.5 - MOON_Y);
                canvas.veil(x, y, 0xfff4d8, 0.62 * Math.exp(-Math.pow(distance / 120, 1.15)));
                canvas.veil(x, y, 0xfffaea, MOON_RADIUS + 0.5 - distance);
                if (distance > MOON_RADIUS) {
                    continue;
                }
                double sea = Math.max(0, seas.octaves(x / 34.0, y / 34.0, 3) - 0.5);
                canvas.veil(x, y, 0xe8d6ac, Math.min(1, MOON_RADIUS - distance) * sea * 1.5);
            }
        });
    }

    /** A bank of mist along the far shore, thickest on the water's edge. */
    private static void mist(Canvas canvas) {
        Noise drift = new Noise(19);
        Canvas.rows(HORIZON - 130, HORIZON + 110, y -> {
            double fall = (y - HORIZON) / (y < HORIZON ? 52.0 : 30.0);
            for (int x = 0; x < WIDTH; x++) {
                double wisp = drift.octaves(x / 260.0, y / 38.0, 4);
                canvas.veil(x, y, 0xf4f1e4, Math.exp(-fall * fall) * (0.28 + 0.95 * wisp));
            }
        });
    }
}
