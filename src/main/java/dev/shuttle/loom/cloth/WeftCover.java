package dev.shuttle.loom.cloth;

import dev.shuttle.loom.weave.WarpFaced;
import dev.shuttle.loom.weave.WeftBacked;

/**
 * How thick wefts are assumed to be: the share of a line's room that the diameter of one weft takes. Wefts of one line lie over one
 * another, so each may be thicker than its part of the room; where they are many their yarns are assumed to be finer, but all those of
 * a line never to weigh less than fewer would: a cloth does not become lighter by more wefts.
 *
 * <p>It is 0.30 of each of three wefts, where a published Shu brocade has 0.28 to 0.34, and half of the room of a single one, nearly as
 * much as an end takes.
 */
final class WeftCover {
    /** All wefts of a line together, on average: beyond it a cloth is unlikely to weave. */
    static final double MOST = 1.5;

    /** How much finer each is where they are more: a little less than would leave their mass as it is, as ends take up less. */
    private static final double FINER = 0.475;

    /** So that the most wefts have room together. */
    private static final double SINGLE = MOST / Math.pow(WeftBacked.MOST_WEFTS, 1 - FINER);

    private WeftCover() {}

    /**
     * The share of a line's room that each weft takes.
     *
     * @param picksPerLine on average
     */
    static double of(double picksPerLine) {
        return SINGLE / Math.pow(picksPerLine, FINER);
    }

    /** The same of a cloth's wefts; of jin, whose warps show, half an end's. */
    static double of(Cloth cloth) {
        return cloth.structure() instanceof WarpFaced
                ? YarnRules.USUAL.warpCover() / 2
                : of((double) cloth.shuttlePicks() / cloth.faces().lines());
    }

    /** The same of the ends of jin in the room of their group. */
    static double ofWarps(int warps) {
        return of(warps);
    }
}
