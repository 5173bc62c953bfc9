/**
 * A small HTTP/1.1 server that can also misbehave on purpose: cut, truncate, reset. May not know: Shuttle, JSON,
 * pixels, Camel.
 */
@NullMarked
package dev.shuttle.emulator.http;

import org.jspecify.annotations.NullMarked;
