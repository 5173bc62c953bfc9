package dev.shuttle.report.outcome;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One try with the cloud.
 *
 * @param stage submit, poll, download or, where the engine could not use the result, convert
 * @param http the answer's status; null where none came
 * @param code the service's code, one of the client's own where the transport failed, or OK
 * @param message the service's own words
 * @param requestId what the service's support asks for
 * @param kind what the code means for the next step, such as RETRY or NEVER; key {@code class}, in the journal {@code kind}
 */
public record Attempt(
        String model,
        Instant at,
        String stage,
        @Nullable Integer http,
        String code,
        @Nullable String message,
        @Nullable String requestId,
        @Nullable String taskId,
        String kind) {

    /** What the code means for the next step. */
    @Override
    @JsonProperty("class")
    public String kind() {
        return kind;
    }

    /** The same with the precision that reports have. */
    public Attempt toMillis() {
        return new Attempt(
                model, at.truncatedTo(ChronoUnit.MILLIS), stage, http, code, message, requestId, taskId, kind);
    }
}
