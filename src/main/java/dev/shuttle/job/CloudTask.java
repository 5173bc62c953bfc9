package dev.shuttle.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The cloud's task that a job has now or had last.
 *
 * @param taskId null for a model that answers at once
 * @param polls how often its state was asked for
 */
public record CloudTask(
        String model,
        String function,
        String prompt,
        @Nullable String taskId,
        @Nullable String requestId,
        Instant submittedAt,
        @Nullable Instant finishedAt,
        int polls) {

    /** One more poll. */
    public CloudTask polled() {
        return new CloudTask(model, function, prompt, taskId, requestId, submittedAt, finishedAt, polls + 1);
    }

    /** Ended, well or not. */
    public CloudTask finished(Instant at) {
        return new CloudTask(model, function, prompt, taskId, requestId, submittedAt, at, polls);
    }
}
