/** Point papers, palettes and lift plans as bytes that other programs read. May not know: cloth, conversion, files. */
@NullMarked
package dev.shuttle.loom.format;

import org.jspecify.annotations.NullMarked;
