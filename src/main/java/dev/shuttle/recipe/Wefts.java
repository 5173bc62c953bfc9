package dev.shuttle.recipe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The key {@code wefts} as it is written.
 *
 * @param count how many make one line; null: as few as show the colours
 */
public record Wefts(@Nullable Integer count) {
    /** What is written where the number is to be chosen. */
    static final String AUTO = "auto";

    @JsonCreator
    static Wefts of(Object written) {
        return new Wefts(written instanceof Integer number ? number : null);
    }

    @JsonValue
    Object written() {
        return count == null ? AUTO : count;
    }
}
