package dev.shuttle.report.outcome;

import org.jspecify.annotations.Nullable;

/**
 * Why a job ended without a loom image.
 *
 * @param code stable, in capitals
 * @param message what happened, to which file
 * @param hint what to do; empty where a report of before has none
 */
public record Problem(String code, String message, String hint) {
    /** A hint that is absent is empty. */
    public Problem(String code, String message, @Nullable String hint) {
        this.code = code;
        this.message = message;
        this.hint = hint == null ? "" : hint;
    }
}
