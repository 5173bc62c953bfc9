/** Yarn cards: which yarns there are to weave with. May not know: pixels, weaves, conversion, files. */
@NullMarked
package dev.shuttle.loom.yarn;

import org.jspecify.annotations.NullMarked;
