package dev.shuttle.loom.harness;

/** A design cannot be woven on a machine. */
public final class HarnessException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String hint;

    HarnessException(String code, String message, String hint) {
        super(message);
        this.code = code;
        this.hint = hint;
    }

    /** Stable, in capitals. */
    public String code() {
        return code;
    }

    /** The message. */
    public String message() {
        return String.valueOf(getMessage());
    }

    /** What to do. */
    public String hint() {
        return hint;
    }
}
