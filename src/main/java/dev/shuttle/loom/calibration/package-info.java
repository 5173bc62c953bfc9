/** Calibrations: what measured patches of a blanket tell of yarns and mixtures. May not know: pixels, conversion, files. */
@NullMarked
package dev.shuttle.loom.calibration;

import org.jspecify.annotations.NullMarked;
