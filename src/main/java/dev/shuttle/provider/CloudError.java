package dev.shuttle.provider;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One error, as the report has it. It never holds a key, a signature or a picture.
 *
 * @param code the service's code, masked and cut, or one of our own in capitals, see {@link #hasOwnCode()}
 * @param message the service's words, masked and cut to one line
 * @param http the HTTP status, 0 where no answer came; a failed task's error comes with 200
 * @param requestId the service's name for the call, masked and cut
 * @param taskId the service's name for the task, masked and cut
 * @param stage during which call
 * @param errorClass what the error asks of us
 * @param retryAfter how long the service asks us to wait, zero where it does not say
 */
public record CloudError(
        String code,
        String message,
        int http,
        @Nullable String requestId,
        @Nullable String taskId,
        Stage stage,
        ErrorClass errorClass,
        Duration retryAfter) {

    /** Masks and cuts what the service sent. */
    public CloudError {
        code = Masking.name(code);
        message = Masking.of(message);
        requestId = Masking.nameOrNull(requestId);
        taskId = Masking.nameOrNull(taskId);
    }

    /** An error the service sent, classed by the table. */
    static CloudError sent(String code, String message, int http, Stage stage) {
        var row = ErrorTable.classify(code, message, http);
        return new CloudError(code, message, http, null, null, stage, row.errorClass(), Duration.ZERO);
    }

    /** An error we found ourselves. */
    static CloudError own(OwnCode code, String message, int http, Stage stage) {
        return new CloudError(code.name(), message, http, null, null, stage, code.errorClass(), Duration.ZERO);
    }

    CloudError of(@Nullable String newRequestId, @Nullable String newTaskId) {
        return new CloudError(code, message, http, newRequestId, newTaskId, stage, errorClass, retryAfter);
    }

    CloudError classed(ErrorClass newClass) {
        return new CloudError(code, message, http, requestId, taskId, stage, newClass, retryAfter);
    }

    CloudError after(Duration delay) {
        return new CloudError(code, message, http, requestId, taskId, stage, errorClass, delay);
    }

    CloudException thrown() {
        return new CloudException(this);
    }

    boolean is(OwnCode own) {
        return code.equals(own.name());
    }

    /** Whether the code is one of our own, not the service's. */
    public boolean hasOwnCode() {
        return Arrays.stream(OwnCode.values()).anyMatch(this::is);
    }

    /** What to do about it, in Chinese for a Chinese locale, else in English. */
    public String hint(Locale locale) {
        return Arrays.stream(OwnCode.values())
                .filter(this::is)
                .findAny()
                .map(OwnCode::advice)
                .orElseGet(() -> ErrorTable.classify(code, message, http).advice())
                .in(locale);
    }
}
