/**
 * A small HTTP/1.1 server that can also misbehave on purpose (cut, truncate, reset); it knows sockets and bytes, and
 * nothing of DashScope, JSON or pictures.
 */
@NullMarked
package dev.shuttle.emulator.http;

import org.jspecify.annotations.NullMarked;
