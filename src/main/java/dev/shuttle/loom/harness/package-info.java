/**
 * The machine: which hook lifts which ends, which shuttle flies when, and what the machine's own hooks do. May not know:
 * pixels, palettes, cloth, conversion, files.
 */
@NullMarked
package dev.shuttle.loom.harness;

import org.jspecify.annotations.NullMarked;
