/** Where a job goes next: new, interrupted, waiting or finished. Knows no Camel, no HTTP, no pixels. */
@NullMarked
package dev.shuttle.dispatch;

import org.jspecify.annotations.NullMarked;
