package dev.shuttle.loom.weave;

/**
 * A weave structure: turns what shall show into what is lifted. Every structure here keeps its {@link #bounds} and hangs
 * together for every map of its faces, by construction. Where a map has other weaves than the structure's own, the bounds are
 * kept by a {@link FloatGuard}, and whether the cloth hangs together lies with the weaves.
 */
public sealed interface Structure permits ShadedSatin, WeftBacked, WeftFaced, WarpFaced, Lampas {
    /** The lowest face a map may have. */
    int leastFace();

    /** The highest face a map may have. */
    int mostFace();

    /** Yarns that a face is made of: the wefts, for jin the warps of a group; a ground's warp is not among them. */
    default int threads() {
        return mostFace() + 1;
    }

    /** Ends of a map are a multiple of this, so that the seam keeps the bounds. */
    int endsRepeat();

    /** Lines of a map are a multiple of this. */
    int linesRepeat();

    /** Ends of a map are better a multiple of this, where that changes them little: then no weave is cut at the seam. */
    default int endsWished() {
        return endsRepeat();
    }

    /** Lines of a map are better a multiple of this. */
    default int linesWished() {
        return linesRepeat();
    }

    /** The weaves that faces can be shown with, beside the structure's own. */
    default FaceWeaves weaves() {
        return FaceWeaves.NONE;
    }

    /** Hooks, those of binders not counted, that an end of a map takes. */
    default int hooksPerEnd() {
        return 1;
    }

    /** Threads along which floats cannot be longer. */
    FloatBounds bounds();

    /**
     * Weaves a map.
     *
     * @throws IllegalArgumentException where the map is no multiple of the repeat or has other faces
     */
    LiftPlan weave(FaceMap map);

    /**
     * Weaves a map with wefts that may change their shuttles, which matters where a weft is not thrown on every line.
     *
     * @throws IllegalArgumentException where the map is no multiple of the repeat or has other faces
     */
    default LiftPlan weave(FaceMap map, Shuttles shuttles) {
        return weave(map);
    }
}
