/**
 * Rows of a picture shared out to workers, and the deadline of that work. May not know: pixels, palettes, weaves,
 * files.
 */
@NullMarked
package dev.shuttle.loom.work;

import org.jspecify.annotations.NullMarked;
