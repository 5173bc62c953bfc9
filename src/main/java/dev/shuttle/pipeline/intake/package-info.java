/**
 * The ways in: which file is ready, whose it becomes, and whether it may go on. May not know: Camel, HTTP, cloud,
 * reports, commands, program.
 */
@NullMarked
package dev.shuttle.pipeline.intake;

import org.jspecify.annotations.NullMarked;
