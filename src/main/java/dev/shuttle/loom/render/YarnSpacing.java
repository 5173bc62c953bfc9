package dev.shuttle.loom.render;

import dev.shuttle.loom.cloth.YarnRules;

/**
 * How wide the yarns of one system lie side by side, in widths of a main yarn: all alike, or one of each group a binder,
 * which is a finer yarn.
 *
 * @param group yarns of a group, the binder among them; 0 where there are no binders
 * @param binder its place in the group, from 0
 */
record YarnSpacing(int group, int binder) {
    static final YarnSpacing EVEN = new YarnSpacing(0, 0);

    private static final double FINE = YarnRules.BINDER_WIDTH;

    /** Where a yarn begins. */
    double start(int yarn) {
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
        double across = place - start(yarn);
        return (float) (group > 0 && yarn % group == binder ? across / FINE : across);
    }
}
