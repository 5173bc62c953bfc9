/**
 * The outbox: results appear in it whole or not at all, each job in exactly one place. May not know: Camel, HTTP,
 * cloud, pixels, settings, commands, program.
 */
@NullMarked
package dev.shuttle.pipeline.publish;

import org.jspecify.annotations.NullMarked;
