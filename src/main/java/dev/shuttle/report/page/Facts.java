package dev.shuttle.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list of named values; a value that is missing is left out with its name. */
public final class Facts {
    /** One named value. */
    public record Fact(Text label, Text value) {}

    private final Texts texts;
    private final List<Fact> facts = new ArrayList<>();

    /** None yet. */
    public Facts(Texts texts) {
        this.texts = texts;
    }

    /** Adds a value that both languages write alike. */
    public <T> Facts add(String key, @Nullable T value, Function<T, ?> written) {
        return value == null ? this : addText(key, Text.plain(written.apply(value)));
    }

    /** Adds a value as it is. */
    public Facts add(String key, @Nullable String value) {
        return add(key, value, Function.identity());
    }

    /** Adds a value that has a text in each language. */
    public Facts addText(String key, @Nullable Text value) {
        if (value != null) {
            facts.add(new Fact(texts.say(key), value));
        }
        return this;
    }

    /** Those added, in order. */
    public List<Fact> list() {
        return List.copyOf(facts);
    }
}
