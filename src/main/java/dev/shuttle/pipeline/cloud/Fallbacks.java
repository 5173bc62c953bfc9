package dev.shuttle.pipeline.cloud;

import dev.shuttle.pipeline.job.Intent;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.JobState.BeforeTheEngine;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.provider.CloudError;
import dev.shuttle.provider.ErrorClass;
import dev.shuttle.provider.Providers;
import dev.shuttle.report.outcome.Attempt;
import dev.shuttle.report.outcome.Problem;
import dev.shuttle.settings.FileErrors;
import dev.shuttle.settings.Settings.Fallback;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows when the cloud does not give a picture: another model, the local road, waiting, or the end. */
final class Fallbacks {
    private static final Logger LOG = LoggerFactory.getLogger(Fallbacks.class);

    private final ModelChoice choice;
    private final Fallback policy;
    private final Services services;
    private final Refusals refusals;
    private final Journal journal;
    private final Locale locale;
    private final InstantSource clock;

    Fallbacks(
            ModelChoice choice,
            Fallback policy,
            Services services,
            Refusals refusals,
            Journal journal,
            Locale locale,
            InstantSource clock) {
        this.choice = choice;
        this.policy = policy;
        this.services = services;
        this.refusals = refusals;
        this.journal = journal;
        this.locale = locale;
        this.clock = clock;
    }

    /** Enters a failed try in the job's book; a refused account opens the breaker, whatever was asked. */
    Job tried(Job job, String model, Instant at, CloudError error) {
        openFor(job, model, error);
        LOG.atWarn()
                .addKeyValue("job", job.id())
                .addKeyValue("model", model)
                .addKeyValue("code", error.code())
                .addKeyValue("request", error.requestId())
                .addKeyValue("task", error.taskId())
                .log("the cloud failed: {}", error.message());
        return job.tried(Attempts.failed(model, at, error));
    }

    /** What follows from the last try: the same model again, the next one, or no cloud for this job. */
    Job after(Job job, CloudError error) {
        boolean another = error.errorClass() == ErrorClass.RETRY_ONCE || error.errorClass() == ErrorClass.NEXT_MODEL;
        if ((another && choice.next(job).isPresent()) || isElsewhere(job, error)) {
            return journal.record(job.in(state(job).notTaken(clock.instant())));
        }
        return withoutCloud(job, error.code(), isOutage(error), error.hint(locale));
    }

    /** A service that is away, or refuses the account, leaves the job to the next provider. */
    private boolean isElsewhere(Job job, CloudError error) {
        return isOutage(error)
                && job.attempts().stream()
                        .reduce((former, last) -> last)
                        .flatMap(last -> choice.elsewhere(job, Providers.nameOf(last.model())))
                        .isPresent();
    }

    /** The service has the task and does not show it. */
    Job taskUnseen(Job job, CloudError error) {
        return givenUp(job, error.code(), error.hint(locale));
    }

    /** The same try failed while the task ran: it is recorded in the breaker, which saw the submit succeed. */
    void tellBreaker(String model, CloudError error) {
        CircuitBreaker breaker = services.of(model).breaker();
        if (error.errorClass() == ErrorClass.RETRY || error.errorClass() == ErrorClass.RETRY_ONCE) {
            breaker.onError(0, breaker.getTimestampUnit(), new CloudFailure(error.code()));
        }
    }

    /**
     * Where another provider can be asked, the job comes again. What the job itself has met with says more than that the breaker is open meanwhile.
     *
     * @param provider whose breaker it is
     */
    Job breakerOpen(Job job, String provider) {
        if (job.state() instanceof Admitted && choice.elsewhere(job, provider).isPresent()) {
            return job;
        }
        List<Attempt> own = job.attempts();
        String code = own.isEmpty() ? "BREAKER_OPEN" : own.get(own.size() - 1).code();
        boolean sent = !(job.state() instanceof Admitted);
        return withoutCloud(job, code, !sent, "the cloud failed several times in a row; it is tried again by itself");
    }

    /**
     * This program broke in the cloud's stage, as where memory runs out. That says nothing of the picture, so it is made here; where
     * an intent has no id yet, nobody knows whether it was sent.
     */
    Job broken(Job job, Throwable failure) {
        LOG.atError().addKeyValue("job", job.id()).log("the cloud's stage broke: {}", kind(failure));
        String code = job.state() instanceof JobState.Submitting ? "SUBMIT_UNCERTAIN" : "CLIENT_FAILED";
        return givenUp(job, code, "give the program more memory (-Xmx) or lower shuttle.concurrency");
    }

    /** Without its words: they may name what no user knows. */
    private static String kind(Throwable failure) {
        Throwable error = failure;
        while (!(error instanceof Error) && error.getCause() != null) {
            error = error.getCause();
        }
        return FileErrors.reason(error);
    }

    /** Its turn did not come in time; nothing was sent. */
    Job busy(Job job) {
        return withoutCloud(
                job,
                "CLOUD_BUSY",
                false,
                "raise shuttle.cloud.wait to wait longer, or the provider's max-in-flight where the account allows more");
    }

    /** The service surely has no task of this picture, for a reason that is its own or the network's. */
    Job notMade(Job job, String code, String hint) {
        return withoutCloud(job, code, true, hint);
    }

    /** The service may have made this picture, and will be paid for it: the job is not held, for what is held is sent again. */
    Job givenUp(Job job, String code, String hint) {
        return withoutCloud(job, code, false, hint);
    }

    /** Whether jobs wait for the cloud, rather than go another way. */
    boolean waitsForTheCloud() {
        return policy == Fallback.HOLD;
    }

    /** Whether what was sent is asked for until the cloud is back, for it fails in a way that passes. */
    boolean waitsFor(CloudError error) {
        return waitsForTheCloud()
                && (error.errorClass() == ErrorClass.RETRY || error.errorClass() == ErrorClass.RETRY_ONCE);
    }

    /** Whether jobs end where the cloud fails, rather than go another way. */
    boolean endsJobs() {
        return policy == Fallback.FAIL;
    }

    /** Nothing is sent while a lost submit cannot be looked up. */
    Job waiting(Job job, CloudError error) {
        return withoutCloud(job, error.code(), true, error.hint(locale));
    }

    /** Nothing is paid twice: where it is not known whether the service has the picture, or whose task is whose, it is not sent again. */
    Job uncertain(Job job, String why) {
        Intent intent = job.intent();
        return givenUp(
                intent == null ? job : job.withIntent(intent.givenUp(why)),
                "SUBMIT_UNCERTAIN",
                "look at the task list in the console before sending this picture again: " + why);
    }

    /** Nothing will work until somebody acts, so nobody else need try. */
    private void openFor(Job job, String model, CloudError error) {
        if (error.errorClass() == ErrorClass.ACCOUNT) {
            refusals.refused(job, error);
            services.of(model).breaker().transitionToOpenState();
        }
    }

    private Job withoutCloud(Job job, String code, boolean mayBeHeld, String hint) {
        Instant now = clock.instant();
        BeforeTheEngine state = state(job);
        if (policy == Fallback.HOLD && mayBeHeld) {
            LOG.atInfo()
                    .addKeyValue("job", job.id())
                    .addKeyValue("reason", code)
                    .log("held until the cloud is back");
            return journal.record(job.in(state.held(code, now)));
        }
        if (policy == Fallback.FAIL) {
            Problem problem =
                    new Problem(code, job.source().name() + ": the cloud made no picture (" + code + ")", hint);
            return job.in(state.failed(problem, now));
        }
        LOG.atInfo().addKeyValue("job", job.id()).addKeyValue("reason", code).log("takes the local road");
        return journal.record(job.in(state.locally(code, now)));
    }

    private static boolean isOutage(CloudError error) {
        return error.errorClass() == ErrorClass.RETRY || error.errorClass() == ErrorClass.ACCOUNT;
    }

    private static BeforeTheEngine state(Job job) {
        return (BeforeTheEngine) job.state();
    }

    /** A task's failure as the breaker counts it. */
    private static final class CloudFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CloudFailure(String code) {
            super(code);
        }
    }
}
