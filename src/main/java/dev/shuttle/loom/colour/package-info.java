/**
 * Colours as the eye sees them, and the search for the k that stand for a picture. May not know: pixels, weaves,
 * conversion, files.
 */
@NullMarked
package dev.shuttle.loom.colour;

import org.jspecify.annotations.NullMarked;
