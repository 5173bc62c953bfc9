/**
 * Recipes in words: the keys that tickets and presets share, what each may be, and YAML read without trust. May not
 * know: jobs, files, Camel, HTTP, pixels, reports, commands, program.
 */
@NullMarked
package dev.shuttle.recipe;

import org.jspecify.annotations.NullMarked;
