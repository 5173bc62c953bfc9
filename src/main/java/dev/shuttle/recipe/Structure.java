package dev.shuttle.recipe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.shuttle.loom.design.StructureKind;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The weave that is wanted. */
public enum Structure {
    /** The point paper alone. */
    NONE,
    /** Chosen by the picture: tones for a grey one, else a weft for each colour. */
    AUTO,
    /** 影光: tones of one warp and one weft. */
    SHADED_SATIN,
    /** 缎纹提花: warp satin against weft satin. */
    DAMASK,
    /** 重纬: one warp, several wefts. */
    WEFT_BACKED,
    /** Weft-faced, bound in tabby. */
    TAQUETE,
    /** Weft-faced, bound in twill. */
    SAMITUM,
    /** 经锦: warp-faced, several warps. */
    JIN,
    /** 库锦: pattern wefts on a satin ground. */
    LAMPAS,
    /** 抛道: pattern wefts on a satin ground, thrown only where they show. */
    BROCADE;

    /** As tickets write it. */
    @JsonValue
    public String word() {
        return Word.of(this);
    }

    /** For the engine; null where no weave is wanted. */
    @Nullable
    StructureKind kind() {
        return this == NONE ? null : StructureKind.valueOf(name());
    }

    @JsonCreator
    static Structure of(String word) {
        return Word.value(Structure.class, word);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Structure::word).toList();
    }
}
