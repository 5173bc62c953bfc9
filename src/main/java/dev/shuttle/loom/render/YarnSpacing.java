package dev.shuttle.loom.render;

import dev.shuttle.loom.cloth.YarnRules;
import dev.shuttle.loom.design.Density;
import org.jspecify.annotations.Nullable;

/**
 * How wide the yarns of one system lie side by side, in widths of a main yarn: all alike, or one of each group a binder,
 * which is a finer yarn.
 *
 * @param group yarns of a group, the binder among them; 0 where there are no binders
 * @param binder its place in the group, from 0
 * @param along a density that changes along the length, of which the yarns are picks; null: they lie evenly
 * @param each yarns of a line there
 */
record YarnSpacing(int group, int binder, @Nullable Density along, double each) {
    static final YarnSpacing EVEN = new YarnSpacing(0, 0);

    YarnSpacing(int group, int binder) {
        this(group, binder, null, 1);
    }

    /** The same of picks, so many to a line, that lie as the density says. */
    YarnSpacing along(Density density, double perLine) {
        return density.isEven() ? this : new YarnSpacing(group, binder, density, perLine);
    }

    /** Widths of a main yarn in a line, on average. */
    private double wide() {
        return group == 0 ? each : each * groupWidth() / group;
    }

    private static final double FINE = YarnRules.BINDER_WIDTH;

    /** Where a yarn begins. */
    double start(int yarn) {
        double start = evenStart(yarn);
        return along == null ? start : along.cm(start / wide()) * along.linesPerCm() * wide();
    }

    private double evenStart(int yarn) {
        if (group == 0) {
            return yarn;
        }
        int before = yarn / group;
        return before * groupWidth() + inGroup(yarn % group);
    }

    private double groupWidth() {
        return group - 1 + FINE;
    }

    private double inGroup(int place) {
        return place <= binder ? place : place - 1 + FINE;
    }

    /** The yarn that lies at a place, 0 or more. */
    int yarn(double place) {
        return evenYarn(even(place));
    }

    /** The place if all lay evenly. */
    private double even(double place) {
        return along == null ? place : along.lines(place / wide() / along.linesPerCm()) * wide();
    }

    private int evenYarn(double place) {
        if (group == 0) {
            return (int) place;
        }
        int before = (int) (place / groupWidth());
        double rest = place - before * groupWidth();
        int in = rest < binder ? (int) rest : rest < binder + FINE ? binder : (int) (rest - FINE) + 1;
        return before * group + Math.min(in, group - 1);
    }

    /** How far across a yarn a place lies, 0 to 1. */
    float within(int yarn, double place) {
        double across = even(place) - evenStart(yarn);
        return (float) (group > 0 && yarn % group == binder ? across / FINE : across);
    }
}
