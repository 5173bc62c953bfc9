/** A point paper to print. May not know: cloth, weaves, conversion, files. */
@NullMarked
package dev.shuttle.loom.print;

import org.jspecify.annotations.NullMarked;
