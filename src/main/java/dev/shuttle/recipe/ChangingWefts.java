package dev.shuttle.recipe;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.shuttle.loom.design.Changing;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The key {@code changing} as it is written.
 *
 * @param wefts how many of the wefts change their yarn; null: one
 * @param band the fewest lines that a yarn stays; null: the usual number
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangingWefts(
        @Nullable Integer wefts, @Nullable Integer band) {
    static @Nullable ChangingWefts of(@Nullable RawRecipe written) {
        return written == null ? null : new ChangingWefts(written.whole("wefts"), written.whole("band"));
    }

    /** For the engine; null where no weft shall change, which is written {@code wefts: 0}. */
    @Nullable
    Changing order() {
        int count = Objects.requireNonNullElse(wefts, 1);
        return count == 0 ? null : new Changing(count, Objects.requireNonNullElse(band, Changing.USUAL_BAND));
    }
}
