/**
 * A point paper woven: which colours the yarns give, what each cell becomes, how much yarn it takes. May not know:
 * pixels, conversion, formats, files.
 */
@NullMarked
package dev.shuttle.loom.cloth;

import org.jspecify.annotations.NullMarked;
