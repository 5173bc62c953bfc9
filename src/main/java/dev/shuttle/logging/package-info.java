/** How the log looks and where it goes. Knows logback and the settings, nothing of jobs. */
@NullMarked
package dev.shuttle.logging;

import org.jspecify.annotations.NullMarked;
