package dev.shuttle.recipe.preset;

/** A preset cannot be used. */
public final class PresetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String hint;

    PresetException(String code, String message, String hint) {
        super(message);
        this.code = code;
        this.hint = hint;
    }

    /** Stable, in capitals. */
    public String code() {
        return code;
    }

    /** What to do. */
    public String hint() {
        return hint;
    }
}
