package dev.shuttle.loom.paper;

import dev.shuttle.loom.colour.Rgb;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be done to a paper that is not exact.
 *
 * @param ground what lies under transparent cells; null: there may be none
 * @param snap whether every cell takes the most similar colour, however far away that is
 * @param added colours that may be new in it
 */
public record ReadingRules(@Nullable Rgb ground, boolean snap, List<Rgb> added) {
    /** Nothing but the paper's colours. */
    public static final ReadingRules STRICT = new ReadingRules(null, false, List.of());

    public ReadingRules {
        added = List.copyOf(added);
    }
}
