/** Where a job goes next: new, interrupted, parked or ended. May not know: Camel, HTTP, reports, commands, program. */
@NullMarked
package dev.shuttle.pipeline.dispatch;

import org.jspecify.annotations.NullMarked;
