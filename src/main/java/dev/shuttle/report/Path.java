package dev.shuttle.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The road the picture took. The local road is never passed off as the cloud's. */
public enum Path {
    /** Edited by the service, then finished by the loom engine. */
    CLOUD,
    /** The loom engine alone. */
    LOCAL,
    /** As {@link #CLOUD}, but the service was the built-in emulator. */
    EMULATED;

    /** The word in {@code report.json}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
