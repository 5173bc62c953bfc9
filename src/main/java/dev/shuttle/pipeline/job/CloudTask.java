package dev.shuttle.pipeline.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The cloud's task that a job has now or had last.
 *
 * @param taskId null for a model that answers at once
 * @param polls how often its state was polled
 * @param adopted when the service made it, where no answer said that it is this job's and it was found in the task list; else null
 */
public record CloudTask(
        String model,
        String function,
        String prompt,
        @Nullable String taskId,
        @Nullable String requestId,
        Instant submittedAt,
        @Nullable Instant finishedAt,
        int polls,
        @Nullable Instant adopted) {

    /** One that the service named in its answer to this job's submit. */
    public CloudTask(
            String model,
            String function,
            String prompt,
            @Nullable String taskId,
            @Nullable String requestId,
            Instant submittedAt,
            @Nullable Instant finishedAt,
            int polls) {
        this(model, function, prompt, taskId, requestId, submittedAt, finishedAt, polls, null);
    }

    /** One more poll. */
    public CloudTask polled() {
        return new CloudTask(model, function, prompt, taskId, requestId, submittedAt, finishedAt, polls + 1, adopted);
    }

    /** Ended, well or not. */
    public CloudTask finished(Instant at) {
        return new CloudTask(model, function, prompt, taskId, requestId, submittedAt, at, polls, adopted);
    }
}
