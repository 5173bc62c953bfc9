package dev.shuttle.loom.style;

import dev.shuttle.loom.work.RowBands;

/**
 * Raises (or lowers) contrast where it is: lightness is moved away from the mean of its surroundings, taken over a wide
 * and a narrow square, and never beyond black and white.
 */
final class LocalContrast {
    private LocalContrast() {}

    static void run(Planes planes, double factor, RowBands bands) {
        int side = Math.min(planes.width, planes.height);
        float[] wide = BoxMean.of(planes.lightness, planes.width, planes.height, Math.max(1, side / 5), bands);
        float[] near = BoxMean.of(planes.lightness, planes.width, planes.height, Math.max(1, side / 40), bands);
        float gain = (float) (factor - 1);
        bands.run(planes.height, 32, (from, to) -> {
            for (int i = from * planes.width; i < to * planes.width; i++) {
                float l = planes.lightness[i];
                float away = 0.6f * (l - wide[i]) + 0.4f * (l - near[i]);
                planes.lightness[i] = towards(l, gain * away);
            }
        });
    }

    /** A step that gets shorter the nearer black or white is, so that nothing is cut off. */
    private static float towards(float lightness, float step) {
        float room = step > 0 ? 100 - lightness : lightness;
        return lightness + step * Math.max(0, room) / (Math.max(0, room) + Math.abs(step) + 1e-6f);
    }
}
