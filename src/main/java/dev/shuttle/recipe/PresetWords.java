package dev.shuttle.recipe;

import java.util.Map;

/** A preset as it is written, held against the same rules as a ticket. */
public final class PresetWords {
    private PresetWords() {}

    /**
     * The values by key.
     *
     * @throws RecipeException naming each key that is wrong, its line, and what is allowed
     */
    public static Map<String, Object> read(byte[] bytes) throws RecipeException {
        return Checked.values(bytes, Vocabulary.PRESET);
    }
}
