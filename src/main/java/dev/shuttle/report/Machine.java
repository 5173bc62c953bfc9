package dev.shuttle.report;

import java.util.List;

/**
 * How a repeat lies on the machine.
 *
 * @param hooks that the machine has for the figure
 * @param used by one repeat, binders not counted, which a front harness lifts
 * @param repeats how often it goes across; 0 where it is too wide
 * @param idle hooks left over
 * @param nearest the nearest widths, in hooks, that would leave none; empty where this one does
 */
public record Machine(int hooks, int used, int repeats, int idle, List<Integer> nearest) {
    /** Takes a copy. */
    public Machine {
        nearest = nearest == null ? List.of() : List.copyOf(nearest);
    }
}
