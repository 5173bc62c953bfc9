/** Picture files in, plain sRGB pixels out. May not know colours' meaning, palettes or the loom. */
@NullMarked
package dev.shuttle.loom.image;

import org.jspecify.annotations.NullMarked;
