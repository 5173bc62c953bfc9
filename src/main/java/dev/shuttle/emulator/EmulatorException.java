package dev.shuttle.emulator;

import org.jspecify.annotations.Nullable;

/** The emulator cannot start or cannot keep its state. */
public final class EmulatorException extends RuntimeException {
    /** What went wrong. */
    public enum Code {
        /** The port is in use. */
        PORT_TAKEN,
        /** Another emulator uses the state directory. */
        STATE_IN_USE,
        /** The state directory cannot be read or written. */
        STATE_UNUSABLE,
        /** A fault rule in JSON is not one. */
        BAD_FAULT
    }

    private final Code code;
    private final String hint;

    EmulatorException(Code code, String message, String hint, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.hint = hint;
    }

    /** What went wrong, for programs. */
    public String code() {
        return code.name();
    }

    /** What to do about it. */
    public String hint() {
        return hint;
    }

    /** What went wrong, for people. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
