/** What a design is worth: its fidelity to the source. May not know: cloth, weaves, files. */
@NullMarked
package dev.shuttle.loom.analysis;

import org.jspecify.annotations.NullMarked;
