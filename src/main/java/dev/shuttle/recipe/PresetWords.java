package dev.shuttle.recipe;

/** A preset as it is written, held against the same rules as a ticket. */
public final class PresetWords {
    private PresetWords() {}

    /**
     * What it says.
     *
     * @throws RecipeException naming each key that is wrong, its line, and what is allowed
     */
    public static Written read(byte[] bytes) throws RecipeException {
        return new Written(Checked.values(bytes, Vocabulary.PRESET));
    }
}
