package dev.shuttle.report.outcome;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which way made the picture that the loom engine works on. The local road is never passed off as the cloud's. */
public enum Road {
    /** DashScope edited it. */
    CLOUD,
    /** The loom engine alone: the styled source is taken. */
    LOCAL,
    /** As {@link #CLOUD}, but the service was Shuttle's own emulator. */
    EMULATED;

    /** The word in {@code report.json} and for REST. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the service, or the emulator in its place, made the picture. */
    public boolean isOfTheService() {
        return this != LOCAL;
    }
}
