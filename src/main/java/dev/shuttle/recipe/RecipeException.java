package dev.shuttle.recipe;

/** A ticket or a preset says what it may not say. */
public class RecipeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String hint;

    /** Says what is wrong, and what to do. */
    public RecipeException(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    /** Stable, in capitals. */
    public String code() {
        return "BAD_TICKET";
    }

    /** The key, the line, and what is allowed. */
    @Override
    public final String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** What to do. */
    public final String hint() {
        return hint;
    }
}
