package dev.shuttle.loom.cloth;

/** The threads of a cloth. */
public enum YarnSystem {
    /** Main ends 甲经. */
    WARP,
    /** Binding ends 乙经. */
    BINDER,
    /** Picks 纬. */
    WEFT
}
