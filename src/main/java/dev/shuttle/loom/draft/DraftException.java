package dev.shuttle.loom.draft;

/** A draft's file cannot be used. */
public final class DraftException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Code {
        /** It is no file of this kind. */
        NOT_A_DRAFT,
        /** Something in it does not go together. */
        BAD_DRAFT,
        /** It has more yarns than any loom. */
        DRAFT_TOO_LARGE
    }

    private final Code code;

    DraftException(Code code, String message) {
        super(message);
        this.code = code;
    }

    /** Stable, in capitals. */
    public String code() {
        return code.name();
    }

    /** What to do. */
    public String hint() {
        return switch (code) {
            case NOT_A_DRAFT -> "save the draft as WIF";
            case BAD_DRAFT -> "open the file in the program it is from and save it again";
            case DRAFT_TOO_LARGE -> "use a lift plan as a picture for cloth of this size";
        };
    }
}
