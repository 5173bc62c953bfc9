package dev.shuttle.loom.convert;

import dev.shuttle.loom.design.Grid;
import dev.shuttle.loom.image.Picture;

/**
 * A decoded picture for one recipe: upright, of a large file with no more detail than the recipe's grid can use.
 *
 * @param picture what was decoded
 * @param grid the cells, by the proportions of the file
 * @param fitting how it was laid on the proportions of the source whose grid it fills
 * @param decode what decoding took, milliseconds
 */
public record LoomSource(Picture picture, Grid grid, Fitting fitting, double decode) {}
