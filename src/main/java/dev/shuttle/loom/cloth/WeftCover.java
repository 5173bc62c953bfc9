package dev.shuttle.loom.cloth;

import dev.shuttle.loom.weave.ShadedSatin;
import dev.shuttle.loom.weave.Structure;
import dev.shuttle.loom.weave.WarpFaced;

/**
 * How thick wefts are assumed to be: the share of a line's room that the diameter of one weft takes. Wefts of one line lie over one
 * another, so the number of wefts does not make each finer, up to a cloth that is unlikely to weave.
 */
final class WeftCover {
    /** As two published brocades have it: 0.31 to 0.36. */
    static final double LAMPAS = 0.33;
    /** All wefts of a line together, on average: beyond it their yarns are assumed to be finer. */
    static final double MOST = 1.5;

    /** Of weft-backed and weft-faced cloths. */
    private static final double COMPOUND = 0.5;
    /** Of a weft that makes the cloth alone. */
    private static final double SINGLE = 0.75;

    private WeftCover() {}

    /** The share of a line's room that each weft takes. */
    static double of(Cloth cloth) {
        double picksPerLine = makesNoLines(cloth.structure())
                ? 1
                : (double) cloth.plan().picks().picks() / cloth.faces().lines();
        return of(cloth, picksPerLine);
    }

    /** The same with so many picks on a line. */
    static double of(Cloth cloth, double picksPerLine) {
        return Math.min(usual(cloth), MOST / picksPerLine);
    }

    /** Lines that the wefts have room in, per cm: picks, where each is by itself. */
    static double linesPerCm(Cloth cloth) {
        return makesNoLines(cloth.structure())
                ? cloth.allPicksPerCm()
                : cloth.density().linesPerCm();
    }

    private static boolean makesNoLines(Structure structure) {
        return structure instanceof WarpFaced || structure instanceof ShadedSatin;
    }

    private static double usual(Cloth cloth) {
        if (makesNoLines(cloth.structure())) {
            return SINGLE;
        }
        return cloth.order().kind().hasGround() ? LAMPAS : COMPOUND;
    }
}
