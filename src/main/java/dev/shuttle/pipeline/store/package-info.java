/**
 * Pictures where every node reaches them: what one node hands on to another, whole or not at all. May not know: Camel, loom, commands,
 * program.
 */
@NullMarked
package dev.shuttle.pipeline.store;

import org.jspecify.annotations.NullMarked;
