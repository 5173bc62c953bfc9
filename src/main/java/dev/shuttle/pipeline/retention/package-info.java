/**
 * What is cleared away when its time is over: results, and what ended jobs left. May not know: Camel, HTTP, cloud,
 * loom, commands, program.
 */
@NullMarked
package dev.shuttle.pipeline.retention;

import org.jspecify.annotations.NullMarked;
