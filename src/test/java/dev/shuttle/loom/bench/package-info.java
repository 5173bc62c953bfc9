/** Benchmarks of the engine's steps; run by hand through their main method, never with the tests. */
@NullMarked
package dev.shuttle.loom.bench;

import org.jspecify.annotations.NullMarked;
