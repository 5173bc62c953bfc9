/**
 * The pictures that the demo starts with, drawn with Java2D, the same each time. May not know: jobs, loom, HTTP,
 * Camel.
 */
@NullMarked
package dev.shuttle.cli.sample;

import org.jspecify.annotations.NullMarked;
