/**
 * A job's way through the cloud: which model next, what is journaled when, and when to give up. May not know: Camel,
 * HTTP, reports, commands, program.
 */
@NullMarked
package dev.shuttle.pipeline.cloud;

import org.jspecify.annotations.NullMarked;
