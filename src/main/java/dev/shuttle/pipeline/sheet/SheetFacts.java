package dev.shuttle.pipeline.sheet;

import dev.shuttle.loom.design.Fabric;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.report.Loom;
import dev.shuttle.report.Weave;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet is made from.
 *
 * @param stem the picture's name without its ending
 * @param job its id
 * @param at when it came in
 * @param fabric what preset and ticket say of the cloth; null: nothing
 * @param boxes that a ticket says the loom has; null: it says nothing
 * @param loom what is reported; with a weave
 */
public record SheetFacts(
        String stem,
        String job,
        Instant at,
        String preset,
        @Nullable Fabric fabric,
        Repeat repeat,
        @Nullable Integer boxes,
        Loom loom) {
    /** How it is woven. */
    Weave weave() {
        return Objects.requireNonNull(loom.weave(), "a work sheet is of a cloth");
    }
}
