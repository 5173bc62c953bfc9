/**
 * What is designed: grid, point paper, fabric, repeat, style and the weave, all in a recipe. May not know: cloth,
 * conversion, files, formats.
 */
@NullMarked
package dev.shuttle.loom.design;

import org.jspecify.annotations.NullMarked;
