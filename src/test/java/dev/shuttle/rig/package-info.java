/** The real program on a folder of its own, and what tests drop into it. */
@NullMarked
package dev.shuttle.rig;

import org.jspecify.annotations.NullMarked;
