package dev.shuttle.pipeline.cloud;

import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.job.CloudTask;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.JobState.Running;
import dev.shuttle.pipeline.job.JobState.Submitted;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.provider.CloudError;
import dev.shuttle.provider.CloudException;
import dev.shuttle.provider.ErrorClass;
import dev.shuttle.provider.PollPolicy;
import dev.shuttle.provider.Polling;
import dev.shuttle.provider.Providers;
import dev.shuttle.provider.Stage;
import dev.shuttle.provider.TaskStatus;
import dev.shuttle.provider.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a job's task until it ends, the deadline passes, or the user gives it up. */
final class PollStep {
    private static final Logger LOG = LoggerFactory.getLogger(PollStep.class);

    private final Services services;
    private final Fallbacks fallbacks;
    private final Journal journal;
    private final Shutdown shutdown;
    private final InstantSource clock;
    private final InstantSource steady;
    private final Map<JobId, Polling> pollings = new ConcurrentHashMap<>();
    /** When the poll that is under way began. */
    private final Map<JobId, Instant> asked = new ConcurrentHashMap<>();

    /** @param steady only passes */
    PollStep(
            Services services,
            Fallbacks fallbacks,
            Journal journal,
            Shutdown shutdown,
            InstantSource clock,
            InstantSource steady) {
        this.services = services;
        this.fallbacks = fallbacks;
        this.journal = journal;
        this.shutdown = shutdown;
        this.clock = clock;
        this.steady = steady;
    }

    /** How long to wait before the next poll. */
    Duration delay(Job job) {
        return polling(job).delay();
    }

    /** The same where whoever asked before is not known: a third of the time that it has been under way, as the waits that grow come to. */
    Duration delayByAge(Job job) {
        return policy(job).delayAt(Duration.between(submittedAt(job), clock.instant()));
    }

    /** How long until the task is to be given up; negative where that is over. */
    Duration left(Job job) {
        return polling(job).left();
    }

    /** The job has left the cloud: where it comes again, its task is asked for at least once more. */
    void forget(JobId id) {
        pollings.remove(id);
        asked.remove(id);
    }

    /** Whether the service may still have the task, so that it counts for the account. Under hold it may be asked for long after. */
    boolean isKept(Job job) {
        return !(job.state() instanceof Running on)
                || on.result() != null
                || !polling(job).left().plus(DownloadStep.KEPT).isNegative();
    }

    /** The job that is about to be asked for; as ended where its user gave it up, without the cloud where its deadline is long past. */
    Job begin(Job job) {
        Job running =
                job.state() instanceof Submitted state ? journal.record(job.in(state.running(clock.instant()))) : job;
        asked.put(job.id(), steady.instant());
        Running state = (Running) running.state();
        if (journal.isCancelRequested(running.id())) {
            cancel(state);
            return timed(running.in(state.failed(running.canceled(), clock.instant())));
        }
        Polling polling = polling(running);
        // Where every poll hangs, the last one of each of many jobs would hold up all others.
        boolean isOverdue = polling.polls() > 0
                && polling.left()
                        .plus(services.of(state.model()).requestTimeout())
                        .isNegative();
        if (isOverdue && !fallbacks.waitsForTheCloud()) {
            return timed(givenUpLate(running, state, "the service was too slow to be asked again"));
        }
        return running;
    }

    /** What follows from the task's state, or from that none was had. */
    Job seen(Job job, TaskStatus status) {
        Running state = (Running) job.state();
        Job polled = job.withCloud(task(job).polled());
        CloudError error = status instanceof TaskStatus.Unread unread ? unread.error() : null;
        if (error != null) {
            shutdown.check();
            LOG.atDebug().addKeyValue("job", job.id()).log("poll failed: {} {}", error.code(), error.message());
        }
        return timed(decided(polled, state, polling(job).seen(status), status, error));
    }

    private Job timed(Job job) {
        Instant now = steady.instant();
        Instant start = Objects.requireNonNullElse(asked.remove(job.id()), now);
        if (!(job.state() instanceof Running on) || on.result() != null) {
            pollings.remove(job.id());
        }
        return job.withTimings(
                job.timings().addPoll(Duration.between(start, now).toMillis()));
    }

    private Job decided(Job job, Running state, Verdict verdict, TaskStatus status, @Nullable CloudError error) {
        if (error != null && fallbacks.waitsFor(error)) {
            return job;
        }
        return switch (verdict) {
            case AGAIN -> job;
            case FINAL -> ended(job, state, status);
            case TOO_LATE -> tooLate(job, state, error);
            case GONE -> gone(job, state);
            case REFUSED -> refused(job, state, Objects.requireNonNull(error));
        };
    }

    private Job ended(Job job, Running state, TaskStatus status) {
        Job known = job.withCloud(task(job).finished(clock.instant()));
        LOG.atInfo()
                .addKeyValue("job", job.id())
                .addKeyValue("task", state.taskId())
                .addKeyValue("polls", task(known).polls())
                .log("task ended as {}", outcome(status));
        if (status instanceof TaskStatus.Succeeded succeeded) {
            if (task(known).adopted() != null
                    && !succeeded.mayComeOf(task(known).prompt())) {
                return fallbacks.uncertain(known, "the task that was found has another prompt or number of pictures");
            }
            return journal.record(known.in(state.succeeded(succeeded.url())));
        }
        if (status instanceof TaskStatus.Failed failed) {
            fallbacks.tellBreaker(state.model(), failed.error());
            Job tried = fallbacks.tried(known, state.model(), state.submittedAt(), failed.error());
            return fallbacks.after(tried, failed.error());
        }
        Job tried = fallbacks.tried(
                known, state.model(), state.submittedAt(), own("TASK_CANCELED", "the task was canceled", state));
        return fallbacks.givenUp(tried, "TASK_CANCELED", "somebody canceled the task in the console");
    }

    private static String outcome(TaskStatus status) {
        if (status instanceof TaskStatus.Failed failed) {
            return "FAILED " + failed.error().code();
        }
        return status instanceof TaskStatus.Succeeded ? "SUCCEEDED" : "CANCELED";
    }

    private Job tooLate(Job job, Running state, @Nullable CloudError last) {
        // Where nobody answers, nobody would cancel it either, and others wait for this thread.
        if (last == null || last.http() > 0) {
            cancel(state);
        }
        return givenUpLate(job, state, last == null ? null : "last: " + last.message());
    }

    private Job givenUpLate(Job job, Running state, @Nullable String why) {
        String key = Providers.nameOf(state.model()) + ".deadline";
        String message = "no end within " + key + (why == null ? "" : "; " + why);
        Job tried = fallbacks.tried(job, state.model(), state.submittedAt(), own("DEADLINE", message, state));
        return fallbacks.givenUp(tried, "DEADLINE", "raise " + key + ", or look at the service's state");
    }

    private Job gone(Job job, Running state) {
        Job tried = fallbacks.tried(
                job,
                state.model(),
                state.submittedAt(),
                own("TASK_UNKNOWN", "the service does not know the task", state));
        return fallbacks.givenUp(
                tried, "TASK_UNKNOWN", "tasks are kept for 24 hours, and only their own account sees them");
    }

    private Job refused(Job job, Running state, CloudError error) {
        Job tried = fallbacks.tried(job, state.model(), state.submittedAt(), error);
        return fallbacks.taskUnseen(tried, error);
    }

    /** The task may still be waiting for its turn; then it need not be made, nor paid. */
    private void cancel(Running state) {
        String taskId = Objects.requireNonNull(state.taskId(), "task");
        try {
            services.provider(state.model()).cancel(taskId);
        } catch (CloudException e) {
            LOG.debug("could not cancel task {}: {}", taskId, e.getMessage());
        }
    }

    private Polling polling(Job job) {
        return pollings.computeIfAbsent(job.id(), id -> policy(job).start(submittedAt(job)));
    }

    private PollPolicy policy(Job job) {
        String model = job.state() instanceof Running running ? running.model() : ((Submitted) job.state()).model();
        return services.provider(model).polls();
    }

    private static Instant submittedAt(Job job) {
        return job.state() instanceof Running running
                ? running.submittedAt()
                : job.state().since();
    }

    private static CloudTask task(Job job) {
        return Objects.requireNonNull(job.cloud(), "cloud");
    }

    private static CloudError own(String code, String message, Running state) {
        return new CloudError(code, message, 0, null, state.taskId(), Stage.POLL, ErrorClass.NEVER, Duration.ZERO);
    }
}
