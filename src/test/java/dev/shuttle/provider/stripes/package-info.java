/** A provider as somebody else would write it: this package, its routes, its keys, and no change elsewhere. */
@NullMarked
package dev.shuttle.provider.stripes;

import org.jspecify.annotations.NullMarked;
