package dev.shuttle.report;

import org.jspecify.annotations.Nullable;

/** A report that could not be written or read. */
public final class ReportException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final String hint;

    ReportException(String code, String message, String hint, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.hint = hint;
    }

    /** REPORT_UNREADABLE or REPORT_UNWRITABLE. */
    public String code() {
        return code;
    }

    /** What is wrong. */
    public String message() {
        return String.valueOf(getMessage());
    }

    /** What to do about it. */
    public String hint() {
        return hint;
    }
}
