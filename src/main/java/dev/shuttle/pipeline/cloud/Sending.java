package dev.shuttle.pipeline.cloud;

import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.provider.CloudError;
import dev.shuttle.provider.Submission;
import dev.shuttle.provider.SubmitAnswer;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One picture's submit on its way through the route {@code submit}.
 *
 * @param job as the journal has it, with the tries that failed
 * @param before its state before the first try
 * @param submission what is sent
 * @param start when it was ready to be sent
 * @param tries how many were begun
 * @param at when the last one was begun
 * @param answer what came of the last one; null before
 */
public record Sending(
        Job job,
        Admitted before,
        Submission submission,
        Instant start,
        int tries,
        Instant at,
        @Nullable SubmitAnswer answer) {

    /** What the last answer is called in routes. */
    public String outcome() {
        return answer == null ? "none" : answer.name();
    }

    Sending begun(Job submitting, Instant now) {
        return new Sending(submitting, before, submission, start, tries + 1, now, null);
    }

    Sending answered(Job known, SubmitAnswer came) {
        return new Sending(known, before, submission, start, tries, at, came);
    }

    SubmitAnswer requireAnswer() {
        return Objects.requireNonNull(answer, "answer");
    }

    CloudError requireError() {
        return Objects.requireNonNull(requireAnswer().error(), "error");
    }
}
