/**
 * A job and its life: the states with their legal exits, and the journal that survives a kill. May not know: Camel,
 * HTTP, pixels, loom, reports, commands, program.
 */
@NullMarked
package dev.shuttle.pipeline.job;

import org.jspecify.annotations.NullMarked;
