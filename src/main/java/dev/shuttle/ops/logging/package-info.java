/** How the log looks and where it goes. May not know: jobs, Camel, HTTP, loom, commands, program. */
@NullMarked
package dev.shuttle.ops.logging;

import org.jspecify.annotations.NullMarked;
