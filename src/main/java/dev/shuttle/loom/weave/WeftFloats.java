package dev.shuttle.loom.weave;

/**
 * Floats of one weft, in ends crossed.
 *
 * @param face over ends
 * @param back under ends
 */
public record WeftFloats(FloatLengths face, FloatLengths back) {}
