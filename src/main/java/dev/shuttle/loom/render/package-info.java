/** Pictures for people: comparison and preview. May not change a design, nor know files. */
@NullMarked
package dev.shuttle.loom.render;

import org.jspecify.annotations.NullMarked;
