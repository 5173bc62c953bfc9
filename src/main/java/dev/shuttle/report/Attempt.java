package dev.shuttle.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try at the service, successful or not.
 *
 * @param model the model asked
 * @param at when, to the millisecond
 * @param stage {@code submit}, {@code poll} or {@code download}
 * @param http the HTTP status; absent where no answer came
 * @param code the service's error code, such as {@code InternalError}; absent on success
 * @param message the service's own words
 * @param requestId the service's request id, what its support asks for
 * @param taskId the service's task id
 * @param kind how the program classified it, such as {@code transient} or {@code account}; key {@code class}
 */
public record Attempt(
        @Nullable String model,
        Instant at,
        String stage,
        @Nullable Integer http,
        @Nullable String code,
        @Nullable String message,
        @Nullable String requestId,
        @Nullable String taskId,
        @JsonProperty("class") @Nullable String kind) {

    public Attempt {
        at = Rounding.millis(at);
    }
}
