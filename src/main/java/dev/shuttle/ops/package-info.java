/** What operators see and do: MBeans, health, metrics, traces. May not know: commands, program, loom, recipes. */
@NullMarked
package dev.shuttle.ops;

import org.jspecify.annotations.NullMarked;
