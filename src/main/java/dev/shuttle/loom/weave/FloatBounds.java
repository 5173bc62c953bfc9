package dev.shuttle.loom.weave;

/**
 * The longest floats that a structure can have, whatever the picture, counted round the repeat's seam.
 *
 * @param warpFace an end over so many picks
 * @param warpBack an end under so many picks
 * @param weftFace a pick over so many ends, binders counted
 * @param weftBack a pick under so many ends, binders counted
 */
public record FloatBounds(int warpFace, int warpBack, int weftFace, int weftBack) {
    /** Of the same cloth turned by a quarter and seen from the other side: what was a pick's face is an end's. */
    FloatBounds turned() {
        return new FloatBounds(
                /* warpFace= */ weftFace, /* warpBack= */ weftBack, /* weftFace= */ warpFace, /* weftBack= */ warpBack);
    }
}
