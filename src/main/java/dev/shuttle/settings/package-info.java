/** The settings: where a value comes from, and records that are checked once, at start. Knows nothing of what uses them. */
@NullMarked
package dev.shuttle.settings;

import org.jspecify.annotations.NullMarked;
