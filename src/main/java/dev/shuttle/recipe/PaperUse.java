package dev.shuttle.recipe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.util.StdConverter;
import dev.shuttle.loom.paper.Fit;
import java.util.Arrays;
import java.util.List;

/** What a point paper is taken for. */
public enum PaperUse {
    /** It is woven cell for cell. */
    AS_IS;

    /** As tickets write it. */
    @JsonValue
    public String word() {
        return Word.of(this);
    }

    @JsonCreator
    static PaperUse of(String word) {
        return Word.value(PaperUse.class, word);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(PaperUse::word).toList();
    }

    /** The words of the key {@code fit}. */
    static List<String> fits() {
        return Arrays.stream(Fit.values()).map(Word::of).toList();
    }

    /** Reads {@code pad}; the engine does not know Jackson. */
    static final class FitWord extends StdConverter<String, Fit> {
        @Override
        public Fit convert(String word) {
            return Word.value(Fit.class, word);
        }
    }
}
