package dev.shuttle.cloud;

import dev.shuttle.dashscope.Attempt;
import dev.shuttle.dashscope.CloudError;
import dev.shuttle.dashscope.CloudException;
import dev.shuttle.dashscope.CloudPicture;
import dev.shuttle.dashscope.DashScope;
import dev.shuttle.dashscope.ErrorClass;
import dev.shuttle.dashscope.LookUp;
import dev.shuttle.dashscope.Model;
import dev.shuttle.dashscope.Models;
import dev.shuttle.dashscope.Submission;
import dev.shuttle.dashscope.SubmitAnswer;
import dev.shuttle.dashscope.SubmitIntent;
import dev.shuttle.job.CloudTask;
import dev.shuttle.job.Job;
import dev.shuttle.job.JobState.Admitted;
import dev.shuttle.job.JobState.Submitted;
import dev.shuttle.job.JobState.Submitting;
import dev.shuttle.job.Journal;
import dev.shuttle.loom.colour.Rgb;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The paid step. The intent is journaled before the POST, the task's id before anything else happens; an intent without an
 * id is looked up in the account's task list before anything is sent again.
 */
final class SubmitStep {
    private static final Logger LOG = LoggerFactory.getLogger(SubmitStep.class);
    /** The task list reaches back a day; ids of one more hour cover clocks that differ. */
    private static final Duration LISTED = Duration.ofHours(25);

    /** A way that swallows every answer is not tried for ever. */
    private static final int MOST_LOST = 3;

    private final DashScope dashScope;
    private final ModelChoice choice;
    private final Function<Job, Brief> briefs;
    private final Fallbacks fallbacks;
    private final Journal journal;
    private final Pauses pauses;
    private final InstantSource clock;
    /** One submit at a time, so that at most one intent has no id and a task in the list can be only its. */
    private final ReentrantLock lane = new ReentrantLock();

    SubmitStep(
            DashScope dashScope,
            ModelChoice choice,
            Function<Job, Brief> briefs,
            Fallbacks fallbacks,
            Journal journal,
            Pauses pauses,
            InstantSource clock) {
        this.dashScope = dashScope;
        this.choice = choice;
        this.briefs = briefs;
        this.fallbacks = fallbacks;
        this.journal = journal;
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

    Job submit(Job job, CloudPicture picture) {
        Instant start = clock.instant();
        lane.lock();
        try {
            Job known = job.state() instanceof Submitting lost ? lookedUp(job, lost) : job;
            Job sent = known.state() instanceof Admitted state ? sent(known, state, picture) : known;
            long ms = Duration.between(start, clock.instant()).toMillis();
            return sent.withTimings(sent.timings().addSubmit(ms));
        } finally {
            lane.unlock();
        }
    }

    private Job sent(Job job, Admitted state, CloudPicture picture) {
        Model model = model(job);
        Brief brief = briefs.apply(job);
        Submission submission =
                new Submission(model, brief.function(), brief.prompt(), "", brief.strength(), brief.seed(), picture);
        Instant now = clock.instant();
        SubmitIntent intent = new SubmitIntent(model.name(), now, journal.taskIdsSince(now.minus(LISTED)));
        Job intended = journal.record(job.in(state.submitting(model.name(), now)));
        LOG.atInfo()
                .addKeyValue("job", job.id())
                .addKeyValue("model", model.name())
                .log("submitting {}", picture);
        SubmitAnswer answer = dashScope.submit(submission, intent);
        if (answer instanceof SubmitAnswer.Refused || answer instanceof SubmitAnswer.AnswerLost) {
            // The intent stays in the journal, and is looked up with the next start.
            pauses.check();
        }
        Job told = withAttempts(intended, answer.attempts());
        return answered(told, submission, intent, answer);
    }

    private Job withAttempts(Job job, List<Attempt> attempts) {
        Job told = job;
        for (Attempt attempt : attempts) {
            told = fallbacks.tried(told, attempt.model(), attempt.at(), attempt.error());
        }
        return told;
    }

    private Job answered(Job job, Submission submission, SubmitIntent intent, SubmitAnswer answer) {
        Submitting state = (Submitting) job.state();
        if (answer instanceof SubmitAnswer.Accepted accepted) {
            return accepted(job, state, submission, accepted.taskId(), accepted.requestId());
        }
        if (answer instanceof SubmitAnswer.Done done) {
            Instant now = clock.instant();
            Job told =
                    job.withCloud(task(submission, null, done.requestId(), now).finished(now));
            return journal.record(told.in(state.answered(done.url(), now)));
        }
        if (answer instanceof SubmitAnswer.Refused refused) {
            CloudStopped.check(refused.error());
            return refused(job, refused.error());
        }
        SubmitAnswer.AnswerLost lost = (SubmitAnswer.AnswerLost) answer;
        return lost.listed()
                ? foundOrAgain(job, state, intent, lost.error())
                : uncertain(job, "a model that answers at once keeps no list of what it was sent");
    }

    /** What was sent and not accepted is a failure of the service, or of the way to it. */
    private Job foundOrAgain(Job job, Submitting state, SubmitIntent intent, CloudError lost) {
        Job next = found(job, state, intent);
        if (!(next.state() instanceof Submitted)) {
            throw new CloudUnavailable(next, lost.code());
        }
        return next;
    }

    private Job accepted(Job job, Submitting state, Submission submission, String taskId, @Nullable String requestId) {
        Instant now = clock.instant();
        Job told = job.withCloud(task(submission, taskId, requestId, now));
        Job safe = journal.record(told.in(state.submitted(taskId, now)));
        LOG.atInfo().addKeyValue("job", job.id()).addKeyValue("task", taskId).log("submitted");
        return safe;
    }

    private Job refused(Job job, CloudError error) {
        Job next = fallbacks.after(job, error);
        if (error.errorClass() == ErrorClass.RETRY || error.errorClass() == ErrorClass.RETRY_ONCE) {
            throw new CloudUnavailable(next, error.code());
        }
        return next;
    }

    /** After a restart: the intent is in the journal, its answer is not. */
    private Job lookedUp(Job job, Submitting lost) {
        if (!Models.named(lost.model()).makesTask()) {
            return uncertain(job, "the answer was lost with the program, and this model keeps no list");
        }
        SubmitIntent intent = new SubmitIntent(
                lost.model(), lost.since(), journal.taskIdsSince(lost.since().minus(LISTED)));
        return found(job, lost, intent);
    }

    private Job found(Job job, Submitting state, SubmitIntent intent) {
        LookUp lookUp;
        try {
            lookUp = dashScope.lookUp(intent);
        } catch (CloudException e) {
            pauses.check();
            CloudStopped.check(e.error());
            // Nothing is known, so nothing may be sent again.
            Job told = fallbacks.tried(job, state.model(), clock.instant(), e.error());
            return uncertain(told, "the task list cannot be had");
        }
        if (lookUp instanceof LookUp.Found found) {
            LOG.atInfo()
                    .addKeyValue("job", job.id())
                    .addKeyValue("task", found.taskId())
                    .log("found in the task list");
            Brief brief = briefs.apply(job);
            Job told = job.withCloud(new CloudTask(
                    state.model(),
                    brief.function(),
                    brief.prompt(),
                    found.taskId(),
                    found.requestId(),
                    state.since(),
                    null,
                    0));
            return journal.record(told.in(state.submitted(found.taskId(), clock.instant())));
        }
        if (lookUp instanceof LookUp.Ambiguous ambiguous) {
            return uncertain(job, ambiguous.why());
        }
        LOG.atInfo().addKeyValue("job", job.id()).log("the lost submit was never accepted");
        boolean again = choice.next(job).isPresent() && job.attemptsWith(state.model()) < MOST_LOST;
        return again
                ? journal.record(job.in(state.notTaken(clock.instant())))
                : fallbacks.notMade(job, "ANSWER_LOST", "check the network and any proxy on the way");
    }

    /** Nothing is paid twice: where it cannot be told whether the service has the picture, it is not sent again. */
    private Job uncertain(Job job, String why) {
        LOG.atWarn().addKeyValue("job", job.id()).log("it is not known whether the submit was accepted: {}", why);
        return fallbacks.givenUp(
                job,
                "SUBMIT_UNCERTAIN",
                "look at the task list in the console before sending this picture again: " + why);
    }

    private static CloudTask task(
            Submission submission, @Nullable String taskId, @Nullable String requestId, Instant now) {
        return new CloudTask(
                submission.model().name(), submission.function(), submission.prompt(), taskId, requestId, now, null, 0);
    }
}
