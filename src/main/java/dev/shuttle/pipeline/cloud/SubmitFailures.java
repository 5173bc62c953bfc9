package dev.shuttle.pipeline.cloud;

import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Submitting;
import dev.shuttle.pipeline.job.Journal;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import org.jspecify.annotations.Nullable;

/** The breaker's other road: it is open, or what it counted has left it as an exception. */
record SubmitFailures(SubmitStep submit, ChosenModels chosen, Fallbacks fallbacks, Journal journal) {
    /** @param failure what broke inside the breaker; null where it is open and nothing was tried */
    Job fallBack(Job job, @Nullable Throwable failure) throws Exception {
        if (failure instanceof CloudUnavailable unavailable) {
            return onItsWay(unavailable.job());
        }
        if (failure == null || failure instanceof CallNotPermittedException) {
            return breakerOpen(job);
        }
        if (isError(failure)) {
            return broken(job, failure);
        }
        throw (Exception) failure;
    }

    /** Whose provider is not in use here: what was sent may be made and paid, so it is not sent to another. */
    Job withoutProvider(Job job, String provider) {
        return fallbacks.uncertain(journal.find(job.id()).orElse(job), Services.missing(provider));
    }

    /** This program broke while it was busy with the job. */
    Job broken(Job job, Throwable failure) {
        return fallbacks.broken(journal.find(job.id()).orElse(job), failure);
    }

    /** However the route has wrapped it. */
    private static boolean isError(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof Error || (cause != null && isError(cause));
    }

    private Job breakerOpen(Job job) throws LookUpDelayed {
        try {
            Job known = submit.withoutSending(job);
            return SubmitStep.isToSubmit(known) ? fallbacks.breakerOpen(known, chosen.guarded(known)) : known;
        } catch (CloudUnavailable unreachable) {
            return onItsWay(unreachable.job());
        }
    }

    private static Job onItsWay(Job job) throws LookUpDelayed {
        if (job.state() instanceof Submitting) {
            throw new LookUpDelayed("the task list cannot be had, and it is not known whether the cloud has "
                    + job.source().name());
        }
        return job;
    }
}
