package dev.shuttle.loom.render;

import dev.shuttle.loom.cloth.YarnRules;

/**
 * How wide the threads of one system lie side by side, in widths of a main thread: all alike, or one of each group a binder,
 * which is a finer yarn.
 *
 * @param group threads of a group, the binder among them; 0 where there are no binders
 * @param binder its place in the group, from 0
 */
record ThreadSpacing(int group, int binder) {
    static final ThreadSpacing EVEN = new ThreadSpacing(0, 0);

    private static final double FINE = YarnRules.BINDER_WIDTH;

    /** Where a thread begins. */
    double start(int thread) {
        if (group == 0) {
            return thread;
        }
        int before = thread / group;
        return before * groupWidth() + inGroup(thread % group);
    }

    private double groupWidth() {
        return group - 1 + FINE;
    }

    private double inGroup(int place) {
        return place <= binder ? place : place - 1 + FINE;
    }

    /** The thread that lies at a place, 0 or more. */
    int thread(double place) {
        if (group == 0) {
            return (int) place;
        }
        int before = (int) (place / groupWidth());
        double rest = place - before * groupWidth();
        int in = rest < binder ? (int) rest : rest < binder + FINE ? binder : (int) (rest - FINE) + 1;
        return before * group + Math.min(in, group - 1);
    }

    /** How far across a thread a place lies, 0 to 1. */
    float within(int thread, double place) {
        double across = place - start(thread);
        return (float) (group > 0 && thread % group == binder ? across / FINE : across);
    }
}
