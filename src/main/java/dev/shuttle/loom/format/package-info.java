/** Point papers and palettes as bytes other programs read. May not know how a design came about. */
@NullMarked
package dev.shuttle.loom.format;

import org.jspecify.annotations.NullMarked;
