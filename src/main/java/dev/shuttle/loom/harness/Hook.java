package dev.shuttle.loom.harness;

import java.util.List;
import java.util.Locale;

/**
 * One hook of a machine.
 *
 * @param number from 1, from the left
 * @param end the column of the lift plan that it is lifted by, from 1; 0 where it lifts no end
 * @param ends the ends of the cloth that hang on it, from 1, from the left: a cord for each
 */
public record Hook(int number, Area area, int end, List<Integer> ends) {
    public Hook {
        ends = List.copyOf(ends);
    }

    /** What a hook is for. */
    public enum Area {
        FIGURE,
        SELVEDGE_LEFT,
        SELVEDGE_RIGHT,
        SELECTOR,
        REGULATOR,
        BOX,
        CAST_OUT,
        IDLE;

        /** As files write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
