package dev.shuttle.loom.cloth;

/**
 * How thick wefts are assumed to be: the share of a line's room that the diameter of one weft takes. Wefts of one line lie over one
 * another, so the number of wefts does not make each finer.
 */
final class WeftCover {
    /** As two published brocades have it: 0.31 to 0.36. */
    static final double LAMPAS = 0.33;
    /** Of weft-backed and weft-faced cloths. */
    static final double COMPOUND = 0.5;
    /** Of one weft that makes the cloth alone. */
    static final double SINGLE = 0.75;
    /** All wefts of a line together: beyond it a cloth is unlikely to weave, so its yarns are assumed to be finer. */
    static final double MOST = 1.5;

    private WeftCover() {}
}
