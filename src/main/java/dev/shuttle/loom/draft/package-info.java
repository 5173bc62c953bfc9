/**
 * Shaft drafts: threading and lifts, and the files that weaving programs keep them in. May not know: pixels, cloth,
 * conversion, files.
 */
@NullMarked
package dev.shuttle.loom.draft;

import org.jspecify.annotations.NullMarked;
