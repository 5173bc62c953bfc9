/**
 * The settings: where a value comes from, and records that are checked once, at start; in what words a file that cannot
 * be read or written is named, here and everywhere. May not know: Shuttle, Camel,
 * HTTP, JSON.
 */
@NullMarked
package dev.shuttle.settings;

import org.jspecify.annotations.NullMarked;
