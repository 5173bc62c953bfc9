/**
 * Files that survive a kill and a power cut: atomic moves, forced writes, a job's own folder. May not know: jobs,
 * Camel, HTTP, loom, settings, commands, program.
 */
@NullMarked
package dev.shuttle.pipeline.disk;

import org.jspecify.annotations.NullMarked;
