/** What a design is worth: fidelity to its source. May not change a design. */
@NullMarked
package dev.shuttle.loom.analysis;

import org.jspecify.annotations.NullMarked;
