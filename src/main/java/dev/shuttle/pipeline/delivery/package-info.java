/** Finished folders that are owed to a server. May not know: Camel, HTTP, cloud, loom, settings, commands, program. */
@NullMarked
package dev.shuttle.pipeline.delivery;

import org.jspecify.annotations.NullMarked;
