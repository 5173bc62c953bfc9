/** Smooth gradients between two colours of the palette are drawn in bands, wedges, points or grains. May not know: weaves, files. */
@NullMarked
package dev.shuttle.loom.convert.gradient;

import org.jspecify.annotations.NullMarked;
