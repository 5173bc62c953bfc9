/** Calibrations: yarns and mixtures as found by measured patches of a blanket. May not know: pixels, conversion, files. */
@NullMarked
package dev.shuttle.loom.calibration;

import org.jspecify.annotations.NullMarked;
