package dev.shuttle.loom.blanket;

/** No blanket can be made of this recipe. */
public final class BlanketException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Code {
        /** The recipe weaves nothing. */
        NO_STRUCTURE,
        /** Fewer than two. */
        TOO_FEW_YARNS,
        /** The machine is too narrow for one patch. */
        TOO_NARROW,
        /** More patches than a point paper has colours. */
        TOO_MANY_PATCHES
    }

    private final Code code;
    private final String hint;

    BlanketException(Code code, String message, String hint) {
        super(message);
        this.code = code;
        this.hint = hint;
    }

    /** Stable, in capitals. */
    public String code() {
        return code.name();
    }

    /** What is wrong, in words. */
    public String message() {
        return String.valueOf(getMessage());
    }

    /** What to do. */
    public String hint() {
        return hint;
    }
}
