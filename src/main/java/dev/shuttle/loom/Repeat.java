package dev.shuttle.loom;

/** How the point paper is repeated over the cloth; at the seams regions are counted across. */
public enum Repeat {
    /** Woven once. */
    NONE,
    /** Side by side and one below the other. */
    STRAIGHT,
    /** Every second column is moved down by half the height. */
    HALF_DROP,
    /** Turned over at every seam, so that edges meet themselves. */
    MIRROR
}
