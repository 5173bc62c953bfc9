/** The loom stage: which picture, by which recipe, and the files that come of it. Knows no Camel and no HTTP. */
@NullMarked
package dev.shuttle.conversion;

import org.jspecify.annotations.NullMarked;
