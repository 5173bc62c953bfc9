/** Labels of pixels become cells of the grid; thin lines are kept. May not know: palettes, weaves, files. */
@NullMarked
package dev.shuttle.loom.convert.grid;

import org.jspecify.annotations.NullMarked;
