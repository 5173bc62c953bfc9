/**
 * The work sheet 工艺单: what a report says of a cloth, laid out for the weaver. May not know: Camel, HTTP, cloud, files,
 * settings, commands, cloth, weaves, conversion.
 */
@NullMarked
package dev.shuttle.pipeline.sheet;

import org.jspecify.annotations.NullMarked;
