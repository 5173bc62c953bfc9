package dev.shuttle.report;

import dev.shuttle.report.outcome.Attempt;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of the service, and every try.
 *
 * @param model the model that made the picture, or the last one asked
 * @param function the editing function
 * @param prompt the prompt as sent
 * @param taskId the last task
 * @param requestId the last request
 * @param submittedAt when the task was accepted
 * @param finishedAt when its end was seen
 * @param polls how often the task was looked at
 * @param attempts every try, oldest first
 */
public record Cloud(
        @Nullable String model,
        @Nullable String function,
        @Nullable String prompt,
        @Nullable String taskId,
        @Nullable String requestId,
        @Nullable Instant submittedAt,
        @Nullable Instant finishedAt,
        @Nullable Integer polls,
        List<Attempt> attempts) {

    public Cloud {
        submittedAt = submittedAt == null ? null : Rounding.millis(submittedAt);
        finishedAt = finishedAt == null ? null : Rounding.millis(finishedAt);
        attempts = attempts == null
                ? List.of()
                : attempts.stream().map(Attempt::toMillis).toList();
    }
}
