/** Presets: recipes as data, bundled or the user's own. Knows no Camel, no HTTP and no jobs. */
@NullMarked
package dev.shuttle.preset;

import org.jspecify.annotations.NullMarked;
