/**
 * Presets: recipes as data, bundled or the user's own. May not know: jobs, Camel, HTTP, pixels, reports, commands,
 * program.
 */
@NullMarked
package dev.shuttle.recipe.preset;

import org.jspecify.annotations.NullMarked;
