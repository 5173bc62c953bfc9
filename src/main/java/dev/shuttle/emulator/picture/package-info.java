/**
 * The emulated result: a deterministic painterly filter and the word EMULATED on it. May not know: Shuttle, JSON,
 * HTTP, Camel.
 */
@NullMarked
package dev.shuttle.emulator.picture;

import org.jspecify.annotations.NullMarked;
