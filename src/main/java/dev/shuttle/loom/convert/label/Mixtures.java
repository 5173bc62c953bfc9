package dev.shuttle.loom.convert.label;

/** Which colour of the palette a mixture of two or three of them mostly consists of. All answers are labels, or -1. */
final class Mixtures {
    /** Sum of squares over the channels by which a mixture may miss a colour: rounding and the gamma of some renderers. */
    private static final float ROUNDING = 300;
    /** Less than nothing of a colour can only be rounding. */
    private static final float LEAST_SHARE = -0.03f;

    /** How far shares may be from those that two layers leave. */
    private static final float LAYERS = 0.05f;

    private Mixtures() {}

    /** Among the first {@code count} labels the pair whose mixture comes nearest, and of it the larger part. */
    static int ofPair(int rgb, ColourCosts costs, int[] labels, int count, float tolerance) {
        int best = -1;
        float least = Float.MAX_VALUE;
        for (int a = 0; a < count; a++) {
            for (int b = a + 1; b < count; b++) {
                int one = costs.packed(labels[a]);
                int other = costs.packed(labels[b]);
                float off = Ramps.off(rgb, one, other);
                float share = off < least ? Ramps.share(rgb, one, other, tolerance) : -1;
                if (share >= 0) {
                    least = off;
                    best = share < 0.5f ? labels[a] : labels[b];
                }
            }
        }
        return best;
    }

    /**
     * The larger part of a mixture of {@code label} with whichever colour of the palette explains the pixel best; of
     * those that do so equally the one that differs most.
     */
    static int withAny(int rgb, ColourCosts costs, int label, float tolerance) {
        int best = -1;
        int length = 0;
        float least = Float.MAX_VALUE;
        int one = costs.packed(label);
        for (int any = 0; any < costs.size(); any++) {
            int other = costs.packed(any);
            float off = Ramps.off(rgb, one, other);
            boolean better = off < least || (off == least && Ramps.length(one, other) > length);
            float share = better ? Ramps.share(rgb, one, other, tolerance) : -1;
            if (share >= 0) {
                least = off;
                length = Ramps.length(one, other);
                best = share < 0.5f ? label : any;
            }
        }
        return best;
    }

    /** Where three areas meet: the largest part of the three nearest colours' mixture, if it is one. */
    static int ofThree(int rgb, ColourCosts costs, int[] labels, int count) {
        int best = -1;
        float least = ROUNDING;
        float[] shares = new float[3];
        for (int a = 0; a < count; a++) {
            for (int b = a + 1; b < count; b++) {
                for (int c = b + 1; c < count; c++) {
                    float off = solve(
                            rgb, costs.packed(labels[a]), costs.packed(labels[b]), costs.packed(labels[c]), shares);
                    if (off < least) {
                        least = off;
                        int most = shares[0] >= shares[1] ? 0 : 1;
                        most = shares[2] > shares[most] ? 2 : most;
                        best = labels[most == 0 ? a : most == 1 ? b : c];
                    }
                }
            }
        }
        return best;
    }

    /**
     * The area that has the middle of a pixel where two areas meet over a third colour: what is drawn last covers its
     * share of the pixel, and what was drawn before covers its own of the rest, so that a part of the ground stays.
     */
    static int overGround(int rgb, ColourCosts costs, int one, int other) {
        int best = -1;
        float least = LAYERS;
        float[] shares = new float[3];
        for (int ground = 0; ground < costs.size(); ground++) {
            if (ground != one
                    && ground != other
                    && solve(rgb, costs.packed(one), costs.packed(other), costs.packed(ground), shares)
                            < ROUNDING / 4) {
                float first = Math.abs(1 - shares[0] - root(shares[1]));
                float second = Math.abs(1 - shares[1] - root(shares[0]));
                if (Math.min(first, second) < least) {
                    least = Math.min(first, second);
                    best = first < second ? (shares[0] > 0.5f ? one : other) : shares[1] > 0.5f ? other : one;
                }
            }
        }
        return best;
    }

    private static float root(float share) {
        return (float) Math.sqrt(Math.max(0, share));
    }

    /** Least squares shares of three colours; returns the squared miss, or infinity where a share is below nothing. */
    private static float solve(int rgb, int one, int two, int three, float[] shares) {
        float uu = 0;
        float uv = 0;
        float vv = 0;
        float up = 0;
        float vp = 0;
        float pp = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int origin = one >> shift & 255;
            float u = (two >> shift & 255) - origin;
            float v = (three >> shift & 255) - origin;
            float p = (rgb >> shift & 255) - origin;
            uu += u * u;
            uv += u * v;
            vv += v * v;
            up += u * p;
            vp += v * p;
            pp += p * p;
        }
        float determinant = uu * vv - uv * uv;
        if (determinant < 0.01f * uu * vv || determinant == 0) {
            return Float.POSITIVE_INFINITY; // the three lie on a line
        }
        shares[1] = (up * vv - vp * uv) / determinant;
        shares[2] = (vp * uu - up * uv) / determinant;
        shares[0] = 1 - shares[1] - shares[2];
        boolean mixed = Math.min(shares[0], Math.min(shares[1], shares[2])) >= LEAST_SHARE;
        return mixed ? pp - shares[1] * up - shares[2] * vp : Float.POSITIVE_INFINITY;
    }
}
