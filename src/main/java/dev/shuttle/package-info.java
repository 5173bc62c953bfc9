/** The entry point alone. */
@NullMarked
package dev.shuttle;

import org.jspecify.annotations.NullMarked;
