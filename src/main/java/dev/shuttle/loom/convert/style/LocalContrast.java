package dev.shuttle.loom.convert.style;

import dev.shuttle.loom.work.RowBands;

/**
 * Raises (or lowers) contrast where it is, without halos: lightness is parted into what an edge-preserving smoothing
 * leaves and the modelling inside the areas. The areas are moved apart by a curve that leaves black and white where they
 * are, the modelling is multiplied. So flat areas stay flat, and nothing glows beside an edge.
 */
final class LocalContrast {
    /** Reach of the surroundings as a part of the shorter side. */
    private static final double SURROUNDINGS = 1 / 12.0;
    /** Steps of lightness and colour above this part areas. */
    private static final double EDGE = 8;
    /** How much of the contrast goes to the curve between the areas. */
    private static final float CURVE = 0.5f;

    private LocalContrast() {}

    static void run(Planes planes, double factor, RowBands bands) {
        double reach = Math.max(2, SURROUNDINGS * Math.min(planes.width, planes.height));
        between(planes, new EdgePreservingSmoothing(planes, bands).lightness(reach, EDGE), factor, bands);
    }

    /** The same for a picture of nothing but flat areas. */
    static void flat(Planes planes, double factor, RowBands bands) {
        between(planes, planes.lightness.clone(), factor, bands);
    }

    private static void between(Planes planes, float[] areas, double factor, RowBands bands) {
        float gain = (float) (factor - 1);
        float middle = middle(areas);
        bands.run(planes.height, 32, (from, to) -> {
            for (int i = from * planes.width; i < to * planes.width; i++) {
                float l = planes.lightness[i];
                float away = gain * (l - areas[i]) + CURVE * gain * bend(areas[i], middle);
                planes.lightness[i] = towards(l, away);
            }
        });
    }

    /** The mean lightness, kept away from the ends so that dark pictures stay dark and light ones light. */
    private static float middle(float[] lightness) {
        double sum = 0;
        for (float l : lightness) {
            sum += l;
        }
        return (float) Math.max(35, Math.min(65, sum / lightness.length));
    }

    /** How far the curve moves a lightness: away from the middle, and not at all at the middle, black and white. */
    private static float bend(float lightness, float middle) {
        float room = lightness > middle ? 100 - middle : middle;
        float away = Math.max(-1, Math.min(1, (lightness - middle) / room));
        return room * away * (1 - Math.abs(away));
    }

    /** A step that gets shorter the nearer black or white is, so that nothing is cut off. */
    private static float towards(float lightness, float step) {
        float room = step > 0 ? 100 - lightness : lightness;
        return lightness + step * Math.max(0, room) / (Math.max(0, room) + Math.abs(step) + 1e-6f);
    }
}
