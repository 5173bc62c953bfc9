package dev.shuttle.loom.cloth;

/** The threads of a cloth. */
public enum YarnSystem {
    /** Main ends 甲经. */
    WARP,
    /** Ends of the selvedges 边经. */
    SELVEDGE,
    /** Binding ends 乙经. */
    BINDER,
    /** Picks 纬. */
    WEFT,
    /** Wefts of small bobbins 挖花. */
    BROCADING
}
