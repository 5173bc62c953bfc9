/** A picture becomes a point paper and its cloth, stage by stage. May not know: files, formats, rendering. */
@NullMarked
package dev.shuttle.loom.convert;

import org.jspecify.annotations.NullMarked;
