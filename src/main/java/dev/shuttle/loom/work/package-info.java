/** Rows of a picture shared out to threads. May not know what is done with them. */
@NullMarked
package dev.shuttle.loom.work;

import org.jspecify.annotations.NullMarked;
