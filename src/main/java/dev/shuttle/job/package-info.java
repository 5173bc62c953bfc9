/** A job and its life: the states with their legal exits, and the journal that survives a kill. Knows no Camel, no HTTP, no pixels. */
@NullMarked
package dev.shuttle.job;

import org.jspecify.annotations.NullMarked;
