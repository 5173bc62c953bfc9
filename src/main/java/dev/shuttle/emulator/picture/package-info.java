/**
 * Turns a picture into the emulated "result": a deterministic painterly filter and the word EMULATED on it; it knows
 * pixels and picture files, and nothing of HTTP, tasks or DashScope.
 */
@NullMarked
package dev.shuttle.emulator.picture;

import org.jspecify.annotations.NullMarked;
