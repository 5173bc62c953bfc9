package dev.shuttle.cli.sample;

/** Still water: what stands above it, upside down, drawn out by ripples and paler with distance. */
final class Water {
    private final Noise noise = new Noise(77);
    private final int horizon;

    Water(int horizon) {
        this.horizon = horizon;
    }

    void paint(Canvas canvas) {
        int depth = canvas.height - horizon;
        Canvas.rows(horizon, canvas.height, y -> {
            double near = (double) (y - horizon) / depth;
            for (int x = 0; x < canvas.width; x++) {
                canvas.veil(x, y, reflection(canvas, x, y, near), 1);
                glitter(canvas, x, y, near);
            }
        });
    }

    private int reflection(Canvas canvas, int x, int y, double near) {
        double ripple = noise.octaves(x / (60 + 160 * near), y / (2.2 + 11 * near), 3) - 0.5;
        double sway = noise.octaves(x / 300.0, y / (5 + 24 * near) + 50, 2) - 0.5;
        double mirrored = horizon - 1 - (y - horizon) * 1.25 + ripple * (8 + 60 * near);
        int seen = canvas.sample(x + sway * 26 * near, Math.min(horizon - 1.0, Math.max(0, mirrored)));
        int water = Gradient.blend(0xc9d6d0, 0x3f6671, Math.pow(near, 0.8));
        return Gradient.blend(seen, water, 0.3 + 0.34 * near);
    }

    private void glitter(Canvas canvas, int x, int y, double near) {
        double path = Math.exp(-Math.pow((x - MistyRiver.MOON_X) / (26 + 120 * near), 2));
        double crest = noise.octaves(x / (26 + 60 * near), y / (1.8 + 7 * near) + 9, 3);
        canvas.veil(x, y, 0xfff3d2, path * Math.max(0, crest - 0.5) * 1.9 * (1 - 0.4 * near));
        double swell = noise.octaves(x / (120 + 200 * near), y / (2.5 + 12 * near) + 90, 3);
        canvas.veil(x, y, 0x2b4a57, Math.max(0, swell - 0.56) * near * 1.1);
    }
}
