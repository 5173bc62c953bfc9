package dev.shuttle.pipeline.cloud;

import dev.shuttle.dashscope.Attempt;
import dev.shuttle.dashscope.CloudError;
import dev.shuttle.dashscope.CloudPicture;
import dev.shuttle.dashscope.DashScope;
import dev.shuttle.dashscope.ErrorClass;
import dev.shuttle.dashscope.Model;
import dev.shuttle.dashscope.Models;
import dev.shuttle.dashscope.Sending;
import dev.shuttle.dashscope.Submission;
import dev.shuttle.dashscope.SubmitAnswer;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.job.CloudTask;
import dev.shuttle.pipeline.job.Intent;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.JobState.Submitted;
import dev.shuttle.pipeline.job.JobState.Submitting;
import dev.shuttle.pipeline.job.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The paid step. The intent is on the disk and in the journal before each POST, the task's id before anything else happens; while any intent
 * of the program is open, nothing new is sent.
 */
final class SubmitStep {
    private static final Logger LOG = LoggerFactory.getLogger(SubmitStep.class);

    /** A way that swallows every answer is not tried for ever. */
    private static final int MOST_LOST = 3;

    private final DashScope dashScope;
    private final ModelChoice choice;
    private final Function<Job, Brief> briefs;
    private final Fallbacks fallbacks;
    private final OpenIntents intents;
    private final Journal journal;
    private final Path work;
    private final Pauses pauses;
    private final InstantSource clock;
    /** One submit at a time: what has no id in the journal is lost, not under way. */
    private final ReentrantLock lane = new ReentrantLock();

    SubmitStep(
            DashScope dashScope,
            ModelChoice choice,
            Function<Job, Brief> briefs,
            Fallbacks fallbacks,
            OpenIntents intents,
            Journal journal,
            Path work,
            Pauses pauses,
            InstantSource clock) {
        this.dashScope = dashScope;
        this.choice = choice;
        this.briefs = briefs;
        this.fallbacks = fallbacks;
        this.intents = intents;
        this.journal = journal;
        this.work = work;
        this.pauses = pauses;
        this.clock = clock;
    }

    /** The model that is next for a job. */
    Model model(Job job) {
        return Models.named(choice.next(job).orElseThrow());
    }

    /** What lies under a transparent picture. */
    Rgb ground(Job job) {
        return briefs.apply(job).ground();
    }

    Job submit(Job job, CloudPicture picture) throws IOException {
        Instant start = clock.instant();
        lane.lock();
        try {
            Job known = settled(latest(job));
            // The picture was made for the model that was next before anything was settled.
            boolean sends = isToSend(known) && choice.next(known).equals(choice.next(job));
            Job sent = sends ? sent(known, (Admitted) known.state(), picture) : known;
            long ms = Duration.between(start, clock.instant()).toMillis();
            return sent.withTimings(sent.timings().addSubmit(ms));
        } finally {
            lane.unlock();
        }
    }

    /** Where nothing may be sent: a lost submit is looked up all the same, for that is free. */
    Job withoutSending(Job job) {
        lane.lock();
        try {
            Job known = latest(job);
            return known.state() instanceof Submitting ? settled(known) : known;
        } finally {
            lane.unlock();
        }
    }

    private static boolean isToSend(Job job) {
        return job.state() instanceof Admitted admitted && admitted.heldBy() == null;
    }

    /** While it stood in a queue, another job's turn may have settled what this one had lost. */
    private Job latest(Job job) {
        return journal.find(job.id())
                .filter(known -> known.version() > job.version())
                .orElse(job);
    }

    /**
     * The job once no intent is open.
     *
     * @throws CloudUnavailable where one is kept because it cannot be looked up now
     */
    private Job settled(Job job) {
        CloudError unreachable = intents.settle();
        Job known = latest(job);
        if (known.state() instanceof Submitting && OpenIntents.isGivenUp(known)) {
            return fallbacks.uncertain(
                    known,
                    Objects.requireNonNull(
                            Objects.requireNonNull(known.intent()).givenUp()));
        }
        if (unreachable != null && (known.state() instanceof Submitting || isToSend(known))) {
            throw new CloudUnavailable(
                    isToSend(known) ? fallbacks.waiting(known, unreachable) : known, unreachable.code());
        }
        return job.state() instanceof Submitting lost && isToSend(known) && isLostForGood(known, lost.model())
                ? fallbacks.notMade(known, "ANSWER_LOST", "check the network and any proxy on the way")
                : known;
    }

    private boolean isLostForGood(Job job, String model) {
        return choice.next(job).isEmpty() || job.attemptsWith(model) >= MOST_LOST;
    }

    private Job sent(Job job, Admitted state, CloudPicture picture) throws IOException {
        Model model = model(job);
        Brief brief = briefs.apply(job);
        Submission submission =
                new Submission(model, brief.function(), brief.prompt(), "", brief.strength(), brief.seed(), picture);
        Tries tries = new Tries(job, state, submission);
        SubmitAnswer answer;
        try {
            answer = dashScope.submit(submission, tries);
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
        if (answer instanceof SubmitAnswer.Refused || answer instanceof SubmitAnswer.AnswerLost) {
            // The intent stays in the journal, and is looked up with the next start.
            pauses.check();
        }
        return answered(withAttempts(tries.job, answer.attempts()), submission, answer);
    }

    /** Puts each try on the disk and into the journal before it goes out. */
    private final class Tries implements Sending {
        private final Admitted before;
        private final Submission submission;
        private Job job;

        Tries(Job job, Admitted before, Submission submission) {
            this.job = job;
            this.before = before;
            this.submission = submission;
        }

        @Override
        public void begins(Instant now, Instant deadline) {
            String model = submission.model().name();
            Intent former = job.state() instanceof Submitting ? job.intent() : null;
            Intent intent = former == null ? Intent.first(model, now, deadline) : former.again(now, deadline);
            try {
                IntentFile.open(intent).write(JobFolder.of(work, job.id().value()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            job = journal.record(job.in(before.submitting(model, now)).withIntent(intent));
            LOG.atInfo()
                    .addKeyValue("job", job.id())
                    .addKeyValue("model", model)
                    .log("submitting {}", submission.picture());
        }
    }

    private Job withAttempts(Job job, List<Attempt> attempts) {
        Job told = job;
        for (Attempt attempt : attempts) {
            told = fallbacks.tried(told, attempt.model(), attempt.at(), attempt.error());
        }
        return told;
    }

    private Job answered(Job job, Submission submission, SubmitAnswer answer) {
        if (answer instanceof SubmitAnswer.Accepted accepted) {
            return accepted(job, submission, accepted.taskId(), accepted.requestId());
        }
        if (answer instanceof SubmitAnswer.Done done) {
            // Its file stays: without the journal, nobody could tell that it was answered.
            Instant now = clock.instant();
            Job told =
                    job.withCloud(task(submission, null, done.requestId(), now).finished(now));
            return journal.record(told.in(((Submitting) job.state()).answered(done.url(), now))
                    .withIntent(null));
        }
        if (answer instanceof SubmitAnswer.Refused refused) {
            CloudStopped.check(refused.error());
            intents.note(job, null);
            return refused(notTaken(job), refused.error());
        }
        return lost(job, (SubmitAnswer.AnswerLost) answer);
    }

    /** What was sent and not accepted is a failure of the service, or of the way to it. */
    private Job lost(Job job, SubmitAnswer.AnswerLost lost) {
        Intent intent = Objects.requireNonNull(job.intent()).ended(clock.instant());
        intents.note(job, IntentFile.open(intent));
        Job next = settled(journal.record(job.withIntent(intent)));
        if (lost.listed() && !(next.state() instanceof Submitted)) {
            throw new CloudUnavailable(next, lost.error().code());
        }
        return next;
    }

    private Job accepted(Job job, Submission submission, String taskId, @Nullable String requestId) {
        Instant now = clock.instant();
        Intent intent = Objects.requireNonNull(job.intent());
        Job told = job.withCloud(task(submission, taskId, requestId, now));
        Job safe = journal.record(
                told.in(((Submitting) job.state()).submitted(taskId, now)).withIntent(null));
        intents.note(safe, new IntentFile(intent, taskId, requestId));
        LOG.atInfo().addKeyValue("job", job.id()).addKeyValue("task", taskId).log("submitted");
        return safe;
    }

    /** Where the job ends by this, the journal hears of it only once it is published: until then nobody may look for its task. */
    private Job notTaken(Job job) {
        Job known = job.withIntent(null);
        return job.state() instanceof Submitting state && fallbacks.endsJobs()
                ? journal.record(known.in(state.notTaken(clock.instant())))
                : known;
    }

    private Job refused(Job job, CloudError error) {
        Job next = fallbacks.after(job, error);
        if (error.errorClass() == ErrorClass.RETRY || error.errorClass() == ErrorClass.RETRY_ONCE) {
            throw new CloudUnavailable(next, error.code());
        }
        return next;
    }

    private static CloudTask task(
            Submission submission, @Nullable String taskId, @Nullable String requestId, Instant now) {
        return new CloudTask(
                submission.model().name(), submission.function(), submission.prompt(), taskId, requestId, now, null, 0);
    }
}
