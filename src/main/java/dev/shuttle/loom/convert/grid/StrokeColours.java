package dev.shuttle.loom.convert.grid;

/** Which labels can show a stroke of some colour on some ground. Colours are packed, 0xRRGGBB. */
final class StrokeColours {
    static final int NONE = -1;
    /** How much more a difference in hue counts than one along the way from the ground to the stroke. */
    private static final float ASKEW = 4;
    /** Levels beyond which a colour is none. */
    private static final int CLIPPED = 24;
    /** Cosine between the ways to two colours that may be one stroke's. */
    private static final float TOWARDS = 0.7f;

    private final int[] colours;

    /** @param colours one a label */
    StrokeColours(int[] colours) {
        this.colours = colours;
    }

    /** Whether a label lies at least so far on the way from a ground to a stroke's colour. */
    boolean shows(int label, int ground, int colour, float part) {
        float whole = 0;
        float product = 0;
        float length = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            float way = (colour >> shift & 255) - (ground >> shift & 255);
            float here = (colours[label] >> shift & 255) - (ground >> shift & 255);
            whole += way * way;
            product += way * here;
            length += here * here;
        }
        return product >= part * whole && product * product >= TOWARDS * TOWARDS * whole * length;
    }

    /** The label that comes nearest to what is seen of those that show the stroke, another hue counting more than a part; or {@link #NONE}. */
    int label(int seen, int ground, int colour, float part) {
        int best = NONE;
        float least = Float.MAX_VALUE;
        for (int label = 0; label < colours.length; label++) {
            if (shows(label, ground, colour, part)) {
                float cost = StrokeEvidence.apart(colours[label], seen) + ASKEW * aside(colours[label], ground, colour);
                if (cost < least) {
                    least = cost;
                    best = label;
                }
            }
        }
        return best;
    }

    /** The squared distance of a colour from the line through two others. */
    private static float aside(int here, int ground, int colour) {
        float whole = 0;
        float product = 0;
        float length = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            float way = (colour >> shift & 255) - (ground >> shift & 255);
            float off = (here >> shift & 255) - (ground >> shift & 255);
            whole += way * way;
            product += way * off;
            length += off * off;
        }
        return whole == 0 ? length : length - product * product / whole;
    }

    /** The colour as far again from the ground; the colour itself where that is none. */
    static int beyond(int ground, int colour) {
        int further = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int level = 2 * (colour >> shift & 255) - (ground >> shift & 255);
            if (level < -CLIPPED || level > 255 + CLIPPED) {
                return colour;
            }
            further |= Math.max(0, Math.min(255, level)) << shift;
        }
        return further;
    }
}
