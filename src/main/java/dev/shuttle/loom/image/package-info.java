/** Picture files in, plain sRGB pixels out. May not know: palettes, weaves, conversion, files. */
@NullMarked
package dev.shuttle.loom.image;

import org.jspecify.annotations.NullMarked;
