/** Weave blankets: test pieces that show what a structure makes of yarns. May not know: pixels, conversion, files. */
@NullMarked
package dev.shuttle.loom.blanket;

import org.jspecify.annotations.NullMarked;
