package dev.shuttle.cli.sample;

/** Colours along a line, blended evenly between stops. */
final class Gradient {
    private final double[] stops;
    private final int[] colours;

    Gradient(double[] stops, int... colours) {
        this.stops = stops.clone();
        this.colours = colours.clone();
    }

    int at(double place) {
        int i = 0;
        while (i < stops.length - 2 && place > stops[i + 1]) {
            i++;
        }
        double share = Math.min(1, Math.max(0, (place - stops[i]) / (stops[i + 1] - stops[i])));
        return blend(colours[i], colours[i + 1], share);
    }

    static int blend(int a, int b, double share) {
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            rgb |= (int) Math.round(Noise.mix(a >> shift & 0xff, b >> shift & 0xff, share)) << shift;
        }
        return rgb;
    }
}
