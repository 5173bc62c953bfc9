/** Regions too small to weave join a neighbour. May not know: pixels, palettes, weaves, files. */
@NullMarked
package dev.shuttle.loom.convert.clean;

import org.jspecify.annotations.NullMarked;
