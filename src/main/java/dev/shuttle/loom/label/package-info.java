/** Every pixel to one colour of the palette, with its neighbours in mind. May not know files, threads or fabrics. */
@NullMarked
package dev.shuttle.loom.label;

import org.jspecify.annotations.NullMarked;
