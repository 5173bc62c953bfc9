package dev.shuttle.cli.sample;

import java.util.stream.IntStream;

/**
 * One range of mountains: a noisy skyline, darkest at the crest, sinking into mist.
 *
 * @param seed its shape
 * @param base mean height of the skyline, pixels from the top
 * @param rise how far peaks reach above and below it, pixels
 * @param reach length of its features, pixels
 * @param colour of the crest
 * @param depth how far below the crest the mist has swallowed it, pixels
 */
record Ridge(int seed, double base, double rise, double reach, int colour, double depth) {
    private static final int MIST = 0xeef0e6;

    void paint(Canvas canvas, int bottom) {
        Noise noise = new Noise(seed);
        IntStream.range(0, canvas.width).parallel().forEach(x -> {
            double crest = crest(noise, x);
            for (int y = Math.max(0, (int) crest); y < bottom; y++) {
                double edge = Math.min(1, y + 1 - crest);
                double cover = edge * cover(noise, x, y - crest);
                if (cover > 0) {
                    canvas.veil(x, y, shade(noise, x, y, crest), cover);
                }
            }
        });
    }

    private double crest(Noise noise, double x) {
        double broad = noise.octaves(x / reach, 0.5, 2) - 0.5;
        double sharp = Math.abs(noise.octaves(x / reach * 2.6, 7.5, 5) - 0.5);
        return base - rise * (1.5 * broad + 0.55 - 1.9 * sharp);
    }

    private int shade(Noise noise, int x, int y, double crest) {
        double folds = noise.octaves(x / reach * 5 + (y - crest) / reach * 3, y / reach * 1.6, 4);
        double fading = Math.min(1, (y - crest) / depth);
        int rock = Gradient.blend(colour, MIST, 0.34 * Math.max(0, folds - 0.42) / 0.58);
        return Gradient.blend(rock, MIST, 0.75 * fading);
    }

    private double cover(Noise noise, int x, double below) {
        double wisps = 0.75 + 0.5 * noise.octaves(x / 210.0, below / 60.0 + 31, 3);
        double share = Math.min(1, below / (depth * wisps));
        return 1 - share * share * (3 - 2 * share);
    }
}
