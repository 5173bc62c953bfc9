package dev.shuttle.recipe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.shuttle.loom.draft.WifStyle;
import java.util.Arrays;
import java.util.List;

/** How a WIF states what is lifted. */
public enum Wif {
    /** By a lift plan, and by tie-up and treadling too where 64 treadles suffice. */
    BOTH,
    /** By a lift plan alone, for programs that refuse both. */
    LIFTPLAN,
    /** By tie-up and treadling alone, for programs that misread lift plans. */
    TREADLES;

    /** As tickets write it. */
    @JsonValue
    public String word() {
        return Word.of(this);
    }

    /** For the engine. */
    public WifStyle style() {
        return WifStyle.valueOf(name());
    }

    @JsonCreator
    static Wif of(String word) {
        return Word.value(Wif.class, word);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Wif::word).toList();
    }
}
