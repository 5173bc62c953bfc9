/** The program itself: its command line, and the one class that knows all the parts and joins them. */
@NullMarked
package dev.shuttle;

import org.jspecify.annotations.NullMarked;
