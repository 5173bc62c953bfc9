/**
 * Hawtio, and who may do what in it. It shows what is registered as MBeans. May not know: jobs, Camel, loom, commands,
 * program.
 */
@NullMarked
package dev.shuttle.ops.console;

import org.jspecify.annotations.NullMarked;
