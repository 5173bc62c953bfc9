package dev.shuttle.loom.library;

/** What was named is no weave. The message says what is wrong, the hint what to do about it. */
public final class WeaveException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String hint;

    WeaveException(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    public String hint() {
        return hint;
    }
}
