package dev.shuttle.loom.convert.grid;

import dev.shuttle.loom.image.Picture;

/**
 * How much of a stroke of some colour a place of the picture shows, by the colours across it: what is no mixture of the two
 * grounds beside, and lies towards the stroke's colour. So it is seen over all grounds, and along the border of two.
 */
final class StrokeEvidence {
    /** Cells from the middle to the grounds beside, which a stroke up to one and a half cells wide does not reach. */
    private static final float ASIDE = 2.2f;
    /** Levels by which a stroke must differ from its ground; less cannot be told, and counts neither way. */
    private static final float LEAST = 28;
    /** Levels of noise. */
    private static final float NOISE = 5;
    /** Cosine of the angle between what is seen and the way to the stroke's colour, at least. */
    private static final float TOWARDS = 0.6f;

    private final byte[] bgr;
    private final int width;
    private final int height;
    private float alongX;
    private float alongY;
    private final float[] one = new float[3];
    private final float[] other = new float[3];
    private final float[] here = new float[3];

    /** Of a cell's width, 0 to about 2: how much of the places across is the stroke's. */
    float amount;
    /** How far off the place the stroke's middle lies, in cells along the direction across. */
    float off;
    /** Whether the stroke could not be seen here if it were there. */
    boolean hidden;
    /** What the picture shows in the middle, packed, and what it would show there without the stroke. */
    int shown;

    int ground;

    /** @param picture one pixel a cell, colours as they are mixed in each */
    StrokeEvidence(Picture picture) {
        this.bgr = picture.bgr();
        this.width = picture.width();
        this.height = picture.height();
    }

    /** Looks at a place; (nx, ny) is the unit vector across the stroke. */
    void look(float x, float y, float nx, float ny, int stroke) {
        alongX = -ny;
        alongY = nx;
        ground(x + ASIDE * nx, y + ASIDE * ny, one);
        ground(x - ASIDE * nx, y - ASIDE * ny, other);
        float sum = 0;
        float moment = 0;
        hidden = true;
        for (int step = -1; step <= 1; step++) {
            sample(x + step * nx, y + step * ny, here);
            float share = share(stroke, step == 0);
            sum += share;
            moment += step * share;
        }
        amount = sum;
        off = sum > 0 ? moment / sum : 0;
    }

    private float share(int stroke, boolean middle) {
        float length = 0;
        float along = 0;
        for (int t = 0; t < 3; t++) {
            float way = other[t] - one[t];
            length += way * way;
            along += way * (here[t] - one[t]);
        }
        float part = length == 0 ? 0 : Math.max(0, Math.min(1, along / length));
        if (middle) {
            shown = packed(here[0], here[1], here[2]);
            ground = packed(
                    one[0] + part * (other[0] - one[0]),
                    one[1] + part * (other[1] - one[1]),
                    one[2] + part * (other[2] - one[2]));
        }
        float seen = 0;
        float whole = 0;
        float product = 0;
        for (int t = 0; t < 3; t++) {
            float ground = one[t] + part * (other[t] - one[t]);
            float v = here[t] - ground;
            float w = (stroke >> (16 - 8 * t) & 255) - ground;
            seen += v * v;
            whole += w * w;
            product += v * w;
        }
        if (whole < LEAST * LEAST) {
            return 0;
        }
        hidden = false;
        if (seen < NOISE * NOISE || product < TOWARDS * Math.sqrt(seen * whole)) {
            return 0;
        }
        return Math.min(1.2f, product / whole);
    }

    /** The squared difference of two packed colours. */
    static int apart(int one, int other) {
        int r = (one >> 16 & 255) - (other >> 16 & 255);
        int g = (one >> 8 & 255) - (other >> 8 & 255);
        int b = (one & 255) - (other & 255);
        return r * r + g * g + b * b;
    }

    private static int packed(float red, float green, float blue) {
        return (int) (red + 0.5f) << 16 | (int) (green + 0.5f) << 8 | (int) (blue + 0.5f);
    }

    /** The mean over three pixels along the stroke. */
    private void ground(float x, float y, float[] to) {
        to[0] = 0;
        to[1] = 0;
        to[2] = 0;
        for (int n = -1; n <= 1; n++) {
            int px = (int) Math.max(0, Math.min(width - 1, x + n * alongX));
            int py = (int) Math.max(0, Math.min(height - 1, y + n * alongY));
            int at = 3 * (py * width + px);
            to[0] += (bgr[at + 2] & 255) / 3f;
            to[1] += (bgr[at + 1] & 255) / 3f;
            to[2] += (bgr[at] & 255) / 3f;
        }
    }

    /** The mean over three places along the stroke. */
    private void sample(float x, float y, float[] to) {
        to[0] = 0;
        to[1] = 0;
        to[2] = 0;
        add(x, y, to);
        add(x + alongX, y + alongY, to);
        add(x - alongX, y - alongY, to);
    }

    private void add(float x, float y, float[] to) {
        float fx = Math.max(0, Math.min(width - 1.001f, x - 0.5f));
        float fy = Math.max(0, Math.min(height - 1.001f, y - 0.5f));
        int x0 = (int) fx;
        int y0 = (int) fy;
        float dx = fx - x0;
        float dy = fy - y0;
        int above = 3 * (y0 * width + x0);
        int below = above + (y0 + 1 < height ? 3 * width : 0);
        int right = x0 + 1 < width ? 3 : 0;
        for (int t = 0; t < 3; t++) {
            int at = 2 - t;
            float upper = (bgr[above + at] & 255) * (1 - dx) + (bgr[above + right + at] & 255) * dx;
            float lower = (bgr[below + at] & 255) * (1 - dx) + (bgr[below + right + at] & 255) * dx;
            to[t] += (upper * (1 - dy) + lower * dy) / 3;
        }
    }
}
