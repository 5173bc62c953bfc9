/**
 * The settings: where a value comes from, and records that are checked once, at start. May not know: Shuttle, Camel,
 * HTTP, JSON.
 */
@NullMarked
package dev.shuttle.settings;

import org.jspecify.annotations.NullMarked;
