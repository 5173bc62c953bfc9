/** A label map brought to ends by lines. May not know colours' values beyond their labels, nor files. */
@NullMarked
package dev.shuttle.loom.grid;

import org.jspecify.annotations.NullMarked;
