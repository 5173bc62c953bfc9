package dev.shuttle.loom.blanket;

import dev.shuttle.loom.weave.FloatBounds;

/**
 * One weave with one set of yarns, large enough to be measured.
 *
 * @param number woven above it, from 1
 * @param row from the top, from 1
 * @param column from the left, from 1
 * @param label its colour of the point paper
 * @param area where it lies
 * @param floats the longest found within it, in yarns
 */
public record Patch(int number, int row, int column, int label, Area area, FloatBounds floats) {}
