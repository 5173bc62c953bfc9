package dev.shuttle.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A stage whose duration the report gives, in the order a job passes them; {@link #TOTAL} is the whole job. */
public enum Stage {
    ADMIT,
    SUBMIT,
    POLL,
    DOWNLOAD,
    DECODE,
    CONVERT,
    PUBLISH,
    TOTAL;

    /** The word in {@code report.json}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
