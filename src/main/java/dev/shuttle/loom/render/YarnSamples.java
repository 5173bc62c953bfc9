package dev.shuttle.loom.render;

/**
 * The places along one axis of a cloth's picture where its light is taken, several in each pixel and in each yarn: which
 * yarn lies there, and what follows from the place within it. All of it is the same for every crossing of that yarn.
 */
final class YarnSamples {
    private static final float AMBIENT = 0.62f;
    /** How far, as a share of a crossing, a yarn bends at the end of its float. */
    private static final float BEND = 0.45f;

    private static final float UNEVEN = 0.03f;
    private static final int MOST = 6;

    /** How many there are in each pixel. */
    final int each;
    /** The yarn at each, from the first that is drawn. */
    final int[] yarn;
    /** How high a yarn along this axis has come since its float began at the crossing's border. */
    final float[] risen;
    /** How high it still is before its float ends at the crossing's other border. */
    final float[] falling;
    /** Light of the yarn that runs across this axis, seen at this place of its width. */
    final float[] body;
    /** Its bright line. */
    final float[] glint;
    /** How light this very yarn is. */
    final float[] evenness;

    /**
     * @param first the first yarn that is drawn
     * @param yarns how many are
     * @param warp whether the yarns are ends
     */
    YarnSamples(YarnSpacing spacing, int first, int yarns, int pixels, boolean warp) {
        this.each = (int) Math.max(2, Math.min(MOST, Math.ceil(2 * ((double) yarns / pixels))));
        int count = Math.multiplyExact(each, pixels);
        this.yarn = new int[count];
        this.risen = new float[count];
        this.falling = new float[count];
        this.body = new float[count];
        this.glint = new float[count];
        this.evenness = new float[count];
        double from = spacing.start(first);
        double extent = spacing.start(first + yarns) - from;
        for (int pixel = 0; pixel < pixels; pixel++) {
            for (int i = 0; i < each; i++) {
                double place = from + (pixel + (i + 0.5) / each) * extent / pixels;
                int at = Math.min(first + yarns - 1, spacing.yarn(place));
                take(pixel * each + i, at, spacing.within(at, place), warp);
                yarn[pixel * each + i] = at - first;
            }
        }
    }

    private void take(int at, int of, float within, boolean warp) {
        risen[at] = rise(within);
        falling[at] = rise(1 - within);
        body[at] = AMBIENT + (1 - AMBIENT) * (1 - 4 * (within - 0.5f) * (within - 0.5f));
        glint[at] = glint(within);
        evenness[at] = evenness(of, warp);
    }

    private static float rise(float along) {
        float t = Math.min(1, along / BEND);
        return t * (2 - t);
    }

    /** The bright line a little off the crown, towards the light. */
    private static float glint(float over) {
        float off = (over - 0.38f) * 4;
        return Math.max(0, 1 - off * off);
    }

    /** No two yarns are quite alike; the same yarn always is. */
    private static float evenness(int yarn, boolean warp) {
        int hash = (yarn * 2 + (warp ? 1 : 0)) * 0x9e3779b1;
        return 1 + UNEVEN * ((hash >>> 8) / (float) (1 << 23) - 1);
    }
}
