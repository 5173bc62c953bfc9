/** A preset's tone: contrast, saturation, smoothing, edges, on plain pixels. May not know palettes or the loom. */
@NullMarked
package dev.shuttle.loom.style;

import org.jspecify.annotations.NullMarked;
