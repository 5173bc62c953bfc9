/**
 * The loom engine: a picture and a {@link dev.shuttle.loom.Recipe} in, a {@link dev.shuttle.loom.LoomDesign} out.
 * It knows pixels, colours and threads; it may not know Camel, HTTP, the journal, file names or a logger.
 */
@NullMarked
package dev.shuttle.loom;

import org.jspecify.annotations.NullMarked;
