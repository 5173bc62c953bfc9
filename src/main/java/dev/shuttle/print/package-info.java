/** A point paper to print. May know the loom engine, no jobs and no files. */
@NullMarked
package dev.shuttle.print;

import org.jspecify.annotations.NullMarked;
