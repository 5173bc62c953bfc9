/** The program: its parts, joined in {@link dev.shuttle.app.Wiring}, started and stopped. May not know: commands. */
@NullMarked
package dev.shuttle.app;

import org.jspecify.annotations.NullMarked;
