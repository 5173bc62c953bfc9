/** The commands: what is typed, what is printed, the exit code. */
@NullMarked
package dev.shuttle.cli;

import org.jspecify.annotations.NullMarked;
