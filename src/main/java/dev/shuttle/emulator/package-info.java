/**
 * An emulator of DashScope's image-editing service as it is documented: what the demo and the tests talk to instead of
 * the cloud. May not know: Shuttle, Camel.
 */
@NullMarked
package dev.shuttle.emulator;

import org.jspecify.annotations.NullMarked;
