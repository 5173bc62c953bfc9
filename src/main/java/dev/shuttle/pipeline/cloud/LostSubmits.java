package dev.shuttle.pipeline.cloud;

import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Submitting;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.provider.CloudError;
import java.util.Objects;

/** Submits whose answer was lost, and what follows for their jobs once the service's task list was asked. */
record LostSubmits(ModelChoice choice, Fallbacks fallbacks, OpenIntents intents, Journal journal) {
    /** A way that swallows every answer is not tried for ever. */
    private static final int MOST_LOST = 3;

    /**
     * The job once no intent with its provider is open.
     *
     * @param provider the name of the one that is asked
     * @throws CloudUnavailable where one is kept because it cannot be looked up now
     */
    Job settled(Job job, String provider) {
        CloudError unreachable = intents.settle(provider);
        Job known = latest(job);
        if (known.state() instanceof Submitting && OpenIntents.isGivenUp(known)) {
            return fallbacks.uncertain(
                    known,
                    Objects.requireNonNull(
                            Objects.requireNonNull(known.intent()).givenUp()));
        }
        if (unreachable != null && (known.state() instanceof Submitting || SubmitStep.isSendable(known))) {
            throw new CloudUnavailable(
                    SubmitStep.isSendable(known) ? fallbacks.waiting(known, unreachable) : known, unreachable.code());
        }
        return job.state() instanceof Submitting lost
                        && SubmitStep.isSendable(known)
                        && isLostForGood(known, lost.model())
                ? fallbacks.notMade(known, "ANSWER_LOST", "check the network and any proxy on the way")
                : known;
    }

    private boolean isLostForGood(Job job, String model) {
        return choice.next(job).isEmpty() || job.attemptsWith(model) >= MOST_LOST;
    }

    /** While it stood in a queue, another job's turn may have settled what this one had lost. */
    Job latest(Job job) {
        return journal.find(job.id())
                .filter(known -> known.version() > job.version())
                .orElse(job);
    }
}
