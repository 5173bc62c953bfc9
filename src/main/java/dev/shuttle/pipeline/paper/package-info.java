/** Point papers that were issued for painting: what is known of them when they come back. May not know: Camel, HTTP, commands, program, jobs. */
@NullMarked
package dev.shuttle.pipeline.paper;

import org.jspecify.annotations.NullMarked;
