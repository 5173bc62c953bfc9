/**
 * The loom stage: which picture, by which recipe, and the files that come of it. May not know: Camel, HTTP, cloud,
 * settings, commands, program.
 */
@NullMarked
package dev.shuttle.pipeline.convert;

import org.jspecify.annotations.NullMarked;
