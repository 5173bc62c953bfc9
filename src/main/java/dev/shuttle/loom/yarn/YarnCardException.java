package dev.shuttle.loom.yarn;

import org.jspecify.annotations.Nullable;

/** A file that cannot be taken as a yarn card. The message says what is wrong and where, the hint what to do about it. */
public final class YarnCardException extends Exception {
    private static final long serialVersionUID = 1;

    /** Why a card was refused. */
    public enum Code {
        NOT_A_YARN_CARD("A yarn card is a .gpl, .csv or .ase file; see the README for what each may hold."),
        BAD_YARN("Mend that entry, or take it out of the card."),
        NO_COLOUR_COLUMN("Name the columns in the first line: name and hex, or name, r, g, b, or name, L, a, b."),
        TRUNCATED_CARD("Export the card again: its end is missing."),
        EMPTY_CARD("Put at least one yarn into the card."),
        CARD_TOO_LARGE("Keep the yarns you can weave with: 10000 at most, in a file of up to 4 MB.");

        private final String hint;

        Code(String hint) {
            this.hint = hint;
        }
    }

    private final Code code;

    YarnCardException(Code code, String message) {
        this(code, message, null);
    }

    YarnCardException(Code code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public String code() {
        return code.name();
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    public String hint() {
        return code.hint;
    }
}
