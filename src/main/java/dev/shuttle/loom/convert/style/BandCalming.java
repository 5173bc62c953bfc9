package dev.shuttle.loom.convert.style;

import dev.shuttle.loom.work.RowBands;

/**
 * Calms slow gradients of some rows of a picture at a time, see {@link Flattening}.
 *
 * @param across how far the surroundings go to both sides, pixels
 * @param down the same upwards and downwards
 * @param ripple standard deviation of what is taken out
 */
record BandCalming(int across, int down, double ripple) {
    /** Nothing is calmed. */
    static final BandCalming NONE = new BandCalming(0, 0, 0);

    private static final RowBands ALONE = new RowBands(1);

    boolean isNone() {
        return across == 0;
    }

    /** Rows above and below that a calmed one depends on. */
    int margin() {
        return 2 * down;
    }

    /** Calms the first {@code count} rows of the planes; those at the ends as if there were none beyond. */
    void apply(float[][][] rows, int count) {
        if (isNone()) {
            return;
        }
        Planes planes = Planes.ofRows(rows, count);
        Flattening.of(planes, across, down, ripple, ALONE).apply(planes);
        planes.writeTo(rows);
    }
}
