package dev.shuttle.recipe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;

/** The weave that is wanted. */
public enum Structure {
    /** The point paper alone. */
    NONE,
    /** 影光: tones of one warp and one weft. */
    SHADED_SATIN,
    /** 重纬: one warp, several wefts. */
    WEFT_BACKED,
    /** Weft-faced, bound in tabby. */
    TAQUETE,
    /** Weft-faced, bound in twill. */
    SAMITUM,
    /** 库锦: pattern wefts on a satin ground. */
    LAMPAS;

    /** As tickets write it. */
    @JsonValue
    public String word() {
        return Word.of(this);
    }

    @JsonCreator
    static Structure of(String word) {
        return Word.value(Structure.class, word);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Structure::word).toList();
    }
}
