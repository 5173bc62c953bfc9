/**
 * A picture is redrawn before it gets its colours: smoothing, flattening, contrast. May not know: palettes, weaves,
 * files.
 */
@NullMarked
package dev.shuttle.loom.convert.style;

import org.jspecify.annotations.NullMarked;
