/**
 * The pictures a first try needs, drawn by the program itself: flat artwork and a softly shaded scene. It knows nothing
 * but Java2D, and draws the same bytes' worth of picture every time.
 */
@NullMarked
package dev.shuttle.sample;

import org.jspecify.annotations.NullMarked;
