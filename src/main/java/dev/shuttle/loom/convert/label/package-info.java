/**
 * Each pixel gets one of the colours: mixtures at borders are resolved, colours that were missed are found. May not
 * know: weaves, cloth, files.
 */
@NullMarked
package dev.shuttle.loom.convert.label;

import org.jspecify.annotations.NullMarked;
