package dev.shuttle.loom.calibration;

/** Measured patches that cannot be used. The message says what is wrong and in which line, the hint what to do about it. */
public final class CalibrationException extends Exception {
    private static final long serialVersionUID = 1;

    private final String hint;

    CalibrationException(String message, String hint) {
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
