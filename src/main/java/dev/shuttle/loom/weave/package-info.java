/**
 * Weaves: which end lies over which pick, and what that makes of the cloth. May not know: pixels, palettes,
 * conversion, files.
 */
@NullMarked
package dev.shuttle.loom.weave;

import org.jspecify.annotations.NullMarked;
