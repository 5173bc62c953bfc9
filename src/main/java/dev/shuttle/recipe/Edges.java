package dev.shuttle.recipe;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.shuttle.loom.weave.Selvedge;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The key {@code selvedge} as it is written.
 *
 * @param ends on each side; 0: no selvedge
 * @param weave {@code plain} or {@code basket}; null: plain
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Edges(int ends, @Nullable String weave) {
    static @Nullable Edges of(@Nullable RawRecipe written) {
        return written == null ? null : new Edges(Objects.requireNonNull(written.whole("ends")), written.text("weave"));
    }

    static List<String> words() {
        return Arrays.stream(Selvedge.Weave.values()).map(Word::of).toList();
    }

    /** For the engine; null where there shall be none. */
    @Nullable
    Selvedge selvedge() {
        Selvedge.Weave how = weave == null ? Selvedge.Weave.PLAIN : Word.value(Selvedge.Weave.class, weave);
        return ends == 0 ? null : new Selvedge(ends, how);
    }
}
