package dev.shuttle.loom.design;

import dev.shuttle.loom.colour.Rgb;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts of yarns in tex, as far as they are known; the others are assumed from the density.
 *
 * @param shown of the yarns that show, by colour: wefts, for jin warps
 * @param warp of the warp, for jin of warps that are not among those shown
 * @param binder of the ends, for jin of the picks, that bind
 */
public record YarnCounts(
        Map<Rgb, Double> shown,
        @Nullable Double warp,
        @Nullable Double binder) {
    /** Nothing is known. */
    public static final YarnCounts UNKNOWN = new YarnCounts(Map.of(), null, null);

    public YarnCounts {
        shown = Map.copyOf(shown);
    }

    /** That of a yarn that shows. */
    public double shown(Rgb colour, double assumed) {
        return shown.getOrDefault(colour, assumed);
    }

    /** That of the warp. */
    public double warp(double assumed) {
        return warp == null ? assumed : warp;
    }

    /** That of what binds. */
    public double binder(double assumed) {
        return binder == null ? assumed : binder;
    }
}
