package dev.shuttle.report;

import org.jspecify.annotations.Nullable;

/**
 * How much of one yarn the piece takes.
 *
 * @param system {@code warp}, {@code binder} or {@code weft}
 * @param name the yarn's name
 * @param rgb its colour as {@code #rrggbb}
 * @param tex its count, grams per kilometre
 * @param metres its length
 * @param grams its mass
 * @param threads ends or picks of one repeat
 * @param texFrom {@link #CARD} or {@link #ASSUMED}
 */
public record Yarn(
        String system,
        @Nullable String name,
        @Nullable String rgb,
        @Nullable Double tex,
        @Nullable Double metres,
        @Nullable Double grams,
        @Nullable Long threads,
        @Nullable String texFrom) {
    /** The count is the yarn card's. */
    public static final String CARD = "card";
    /** The count follows from the density. */
    public static final String ASSUMED = "assumed";

    /** One of which no more is said. */
    public Yarn(
            String system,
            @Nullable String name,
            @Nullable String rgb,
            @Nullable Double tex,
            @Nullable Double metres,
            @Nullable Double grams) {
        this(system, name, rgb, tex, metres, grams, null, null);
    }

    public Yarn {
        tex = Rounding.maybe(tex, 2);
        metres = Rounding.maybe(metres, 1);
        grams = Rounding.maybe(grams, 2);
    }
}
