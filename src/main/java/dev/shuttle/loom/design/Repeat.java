package dev.shuttle.loom.design;

/** How the point paper is repeated over the cloth; at the seams regions are counted across. */
public enum Repeat {
    /** Woven once. */
    NONE,
    /** Side by side and one below the other. */
    STRAIGHT,
    /** Every second column is moved down by half the height. */
    HALF_DROP,
    /** Turned over at every seam, so that edges meet themselves. */
    MIRROR;

    /** How a point paper of {@code ends} by {@code lines} lies on the cloth; woven once it is taken as straight. */
    public Tiling tiling(int ends, int lines) {
        return switch (this) {
            case NONE, STRAIGHT -> Tiling.straight(ends, lines);
            case HALF_DROP -> Tiling.halfDrop(ends, lines);
            case MIRROR -> Tiling.mirror(ends, lines);
        };
    }
}
