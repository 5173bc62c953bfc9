/** A picture's way, stage by stage; here what all stages know: that the program is stopping. May not know: Camel, HTTP, loom, reports. */
@NullMarked
package dev.shuttle.pipeline;

import org.jspecify.annotations.NullMarked;
