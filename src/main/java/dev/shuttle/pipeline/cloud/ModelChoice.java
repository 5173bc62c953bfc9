package dev.shuttle.pipeline.cloud;

import dev.shuttle.pipeline.job.Job;
import dev.shuttle.provider.ErrorClass;
import dev.shuttle.report.outcome.Attempt;
import java.util.List;
import java.util.Optional;

/** Which model is next for a job: found from its attempts alone, so that a restart decides the same. */
record ModelChoice(List<String> models) {
    /** An error that mostly lies with the input is met twice before a model is given up. */
    private static final int TRIES = 2;

    Optional<String> next(Job job) {
        List<String> own = job.order().ticket().models();
        return (own.isEmpty() ? models : own)
                .stream().filter(model -> !isGivenUp(job, model)).findFirst();
    }

    private static boolean isGivenUp(Job job, String model) {
        List<Attempt> failures = job.attempts().stream()
                .filter(attempt -> attempt.model().equals(model))
                .toList();
        return failures.stream().anyMatch(attempt -> is(attempt, ErrorClass.NEXT_MODEL))
                || failures.stream()
                                .filter(attempt -> is(attempt, ErrorClass.RETRY_ONCE))
                                .count()
                        >= TRIES;
    }

    private static boolean is(Attempt attempt, ErrorClass kind) {
        return attempt.kind().equals(kind.name());
    }
}
