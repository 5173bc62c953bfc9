/** Recipes in words: the keys that tickets and presets share, what each may be, and YAML read without trust. Knows no jobs, no files and no Camel. */
@NullMarked
package dev.shuttle.recipe;

import org.jspecify.annotations.NullMarked;
