package dev.shuttle.provider;

import java.time.Duration;
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
 * @param advice what a person can do about it
 */
public record CloudError(
        String code,
        String message,
        int http,
        @Nullable String requestId,
        @Nullable String taskId,
        Stage stage,
        ErrorClass errorClass,
        Duration retryAfter,
        Advice advice) {

    /** Masks and cuts what the service sent. */
    public CloudError {
        code = Masking.name(code);
        message = Masking.of(message);
        requestId = Masking.nameOrNull(requestId);
        taskId = Masking.nameOrNull(taskId);
    }

    /** One whose advice follows from its code. */
    public CloudError(
            String code,
            String message,
            int http,
            @Nullable String requestId,
            @Nullable String taskId,
            Stage stage,
            ErrorClass errorClass,
            Duration retryAfter) {
        this(code, message, http, requestId, taskId, stage, errorClass, retryAfter, usual(code));
    }

    private static Advice usual(String code) {
        return OwnCode.named(code).map(OwnCode::advice).orElse(Advice.REPORT);
    }

    /** An error the service sent, classed and advised by the provider's table. */
    public static CloudError sent(
            String code, String message, int http, Stage stage, ErrorClass errorClass, Advice advice) {
        return new CloudError(code, message, http, null, null, stage, errorClass, Duration.ZERO, advice);
    }

    /** An error we found ourselves. */
    public static CloudError own(OwnCode code, String message, int http, Stage stage) {
        return new CloudError(code.name(), message, http, null, null, stage, code.errorClass(), Duration.ZERO);
    }

    /** The same of this request and task. */
    public CloudError of(@Nullable String newRequestId, @Nullable String newTaskId) {
        return new CloudError(code, message, http, newRequestId, newTaskId, stage, errorClass, retryAfter, advice);
    }

    /** The same in another class. */
    public CloudError classed(ErrorClass newClass) {
        return new CloudError(code, message, http, requestId, taskId, stage, newClass, retryAfter, advice);
    }

    /** The same, to be tried again after this delay. */
    public CloudError after(Duration delay) {
        return new CloudError(code, message, http, requestId, taskId, stage, errorClass, delay, advice);
    }

    /** The same with other advice. */
    public CloudError advised(Advice other) {
        return new CloudError(code, message, http, requestId, taskId, stage, errorClass, retryAfter, other);
    }

    /** As an exception. */
    public CloudException thrown() {
        return new CloudException(this);
    }

    /** Whether it is this one of our own. */
    public boolean is(OwnCode own) {
        return code.equals(own.name());
    }

    /** Whether the code is one of our own, not the service's. */
    public boolean hasOwnCode() {
        return OwnCode.named(code).isPresent();
    }

    /** What to do about it, in Chinese for a Chinese locale, else in English. */
    public String hint(Locale locale) {
        return advice.in(locale);
    }
}
