package dev.shuttle.pipeline.cloud;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.StoppedException;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.job.CloudTask;
import dev.shuttle.pipeline.job.Intent;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.JobState.Running;
import dev.shuttle.pipeline.job.JobState.Submitted;
import dev.shuttle.pipeline.job.JobState.Submitting;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.JournalException;
import dev.shuttle.pipeline.job.RefusedWriteException;
import dev.shuttle.provider.CloudError;
import dev.shuttle.provider.CloudException;
import dev.shuttle.provider.CloudPicture;
import dev.shuttle.provider.ErrorClass;
import dev.shuttle.provider.Model;
import dev.shuttle.provider.Provider;
import dev.shuttle.provider.Submission;
import dev.shuttle.provider.SubmitAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The paid step, one job at a time: what has no id in the journal is lost, not under way. The intent is on the disk and in the journal before
 * each POST, the task's id before anything else happens; while any intent of the program is open, nothing new is sent.
 */
final class SubmitStep {
    private static final Logger LOG = LoggerFactory.getLogger(SubmitStep.class);

    /** Stands for a result's address where the picture lies in the job's folder. */
    static final String WITH_THE_ANSWER = "with-the-answer";

    private final Services services;
    private final ChosenModels chosen;
    private final Function<Job, EditRequest> briefs;
    private final Fallbacks fallbacks;
    private final OpenIntents intents;
    private final KeptAnswers answers;
    private final LostSubmits lost;
    private final Journal journal;
    private final Path work;
    private final Lane lane;
    private final Shutdown shutdown;
    private final InstantSource clock;

    SubmitStep(
            Services services,
            ModelChoice choice,
            ChosenModels chosen,
            Function<Job, EditRequest> briefs,
            Fallbacks fallbacks,
            OpenIntents intents,
            Journal journal,
            Path work,
            Lane lane,
            Shutdown shutdown,
            InstantSource clock) {
        this.services = services;
        this.chosen = chosen;
        this.briefs = briefs;
        this.fallbacks = fallbacks;
        this.intents = intents;
        this.answers = new KeptAnswers(briefs, journal, work);
        this.lost = new LostSubmits(choice, fallbacks, intents, journal);
        this.journal = journal;
        this.work = work;
        this.lane = lane;
        this.shutdown = shutdown;
        this.clock = clock;
    }

    /** The model that a job is sent to. */
    Model model(Job job) {
        return services.model(chosen.model(job));
    }

    /** What lies under a transparent picture. */
    Rgb ground(Job job) {
        return briefs.apply(job).ground();
    }

    /** The job once no intent is open; only one in {@code ADMITTED} is to be sent then. */
    Job settle(Job job) {
        shutdown.check();
        Instant start = clock.instant();
        Job known = lost.settled(lost.latest(job), chosen.guarded(job));
        return timed(known, start);
    }

    /** What programs that are gone left is settled; where the journal or the list is away, the next time. */
    void settleOthers() {
        if (!lane.isShared() || shutdown.hasBegun()) {
            return;
        }
        try {
            intents.settleOthers();
        } catch (JournalException | StoppedException away) {
            LOG.debug("submits of other nodes cannot be settled now", away);
        }
    }

    private Job timed(Job job, Instant start) {
        long ms = Duration.between(start, clock.instant()).toMillis();
        return job.withTimings(job.timings().addSubmit(ms));
    }

    /** What is asked for a job whose picture is encoded. */
    Sending prepared(Job job, CloudPicture picture, String base64) {
        EditRequest brief = briefs.apply(job);
        Submission submission = new Submission(
                model(job),
                brief.function(),
                brief.prompt(),
                "",
                brief.strength(),
                brief.seed(),
                picture.dataUrl(base64));
        Instant now = clock.instant();
        return new Sending(job, (Admitted) job.state(), submission, now, 0, now, null);
    }

    private Provider provider(Sending sending) {
        return services.provider(sending.submission().model().name());
    }

    /** Whether a POST is to go out: the first one, or another one after a certain refusal that passes. */
    boolean isToSend(Sending sending) {
        SubmitAnswer answer = sending.answer();
        return answer == null || provider(sending).mayRepeat(answer, sending.tries() - 1);
    }

    /**
     * The intent of the next try, on the disk and in the journal before it goes out.
     *
     * @throws CloudUnavailable where the account's own rate gave no turn, another node has stopped the account, or left a submit that
     *     cannot be looked up now
     */
    Sending intend(Sending sending) throws IOException {
        while (true) {
            CloudError unreachable = lane.await(sending.job());
            if (unreachable != null) {
                Job known = lost.latest(sending.job());
                throw new CloudUnavailable(
                        isSendable(known) ? fallbacks.waiting(known, unreachable) : known, unreachable.code());
            }
            Instant deadline = turn(sending);
            try {
                return intended(sending, deadline);
            } catch (RefusedWriteException refused) {
                switch (refused.why()) {
                    case LATE -> throw refused;
                    case LANE_TAKEN -> LOG.debug("{}", refused.getMessage());
                    case ACCOUNT_STOPPED -> throw stopped(sending, refused);
                }
            }
        }
    }

    private Sending intended(Sending sending, Instant deadline) throws IOException {
        Instant now = clock.instant();
        String model = sending.submission().model().name();
        Job job = sending.job();
        Intent former = job.state() instanceof Submitting ? job.intent() : null;
        Intent intent = former == null ? Intent.first(model, now, deadline) : former.again(now, deadline);
        IntentFile file = IntentFile.open(intent);
        JobFolder folder = JobFolder.of(work, job.id().value());
        Job next = job.in(sending.before().submitting(model, now)).withIntent(intent);
        answers.begin(job);
        if (!lane.isShared()) {
            file.write(folder);
        }
        Job submitting = journal.intend(next);
        if (lane.isShared()) {
            // Whom the journal refuses has no say in the folder either.
            file.write(folder);
        }
        LOG.atInfo()
                .addKeyValue("job", job.id())
                .addKeyValue("model", model)
                .log("submitting {}", sending.submission());
        return sending.begun(submitting, now);
    }

    /** Without another try: what was said to the last one decides, or that nothing may be sent. */
    private CloudUnavailable stopped(Sending sending, RefusedWriteException refused) {
        lane.stopped();
        Job next = sending.answer() == null
                ? fallbacks.breakerOpen(sending.job(), chosen.guarded(sending.job()))
                : refused(sending);
        return new CloudUnavailable(next, refused.code());
    }

    private Instant turn(Sending sending) {
        try {
            if (sending.answer() != null) {
                provider(sending).pause(sending.requireError(), sending.tries() - 1);
            }
            return provider(sending).beginSubmit(sending.submission().model());
        } catch (CloudException noTurn) {
            CloudError error = noTurn.error();
            shutdown.check();
            Attempts.checkStopped(error);
            throw new CloudUnavailable(refused(answered(sending, new SubmitAnswer.Refused(error))), error.code());
        }
    }

    /** What came of the last try; one that failed is noted with its job. */
    Sending answered(Sending sending, SubmitAnswer answer) {
        CloudError error = answer.error();
        if (error == null) {
            return sending.answered(sending.job(), answer);
        }
        // The intent stays in the journal, and is looked up with the next start.
        shutdown.check();
        String model = sending.submission().model().name();
        return sending.answered(fallbacks.tried(sending.job(), model, sending.at(), error), answer);
    }

    /** Where nothing may be sent: a lost submit is looked up all the same, for that is free. */
    Job withoutSending(Job job) {
        Job known = lost.latest(job);
        return known.state() instanceof Submitting ? lost.settled(known, chosen.provider(known)) : known;
    }

    /** Whether it is to be sent, or a submit of it is to be looked up. */
    static boolean isToSubmit(Job job) {
        return isSendable(job) || job.state() instanceof Submitting;
    }

    static boolean isSendable(Job job) {
        return job.state() instanceof Admitted admitted && admitted.heldBy() == null;
    }

    /** The task's id goes into the journal before anything else happens. */
    Job accepted(Sending sending) {
        Job job = sending.job();
        SubmitAnswer.Accepted answer = (SubmitAnswer.Accepted) sending.requireAnswer();
        Instant now = clock.instant();
        Intent intent = Objects.requireNonNull(job.intent());
        Job known = job.withCloud(task(sending.submission(), answer.taskId(), answer.requestId(), now));
        Submitting state = (Submitting) job.state();
        Job safe = kept(known.in(state.submitted(answer.taskId(), now)).withIntent(null), intent);
        intents.note(safe, new IntentFile(intent, answer.taskId(), answer.requestId()));
        LOG.atInfo()
                .addKeyValue("job", job.id())
                .addKeyValue("task", answer.taskId())
                .log("submitted");
        return timed(safe, sending.start());
    }

    /** Where another node has the job by now, that one goes on with the task. */
    private Job kept(Job submitted, Intent intent) {
        try {
            return journal.record(submitted);
        } catch (RefusedWriteException late) {
            CloudTask task = Objects.requireNonNull(submitted.cloud());
            LOG.atWarn()
                    .addKeyValue("job", submitted.id())
                    .addKeyValue("task", task.taskId())
                    .log("was submitted, and another node has it meanwhile");
            Job known = journal.find(submitted.id()).orElseThrow(() -> late);
            if (known.state() instanceof Submitting && isOf(known, intent)) {
                journal.settle(known.in(submitted.state()).withCloud(task).withIntent(null));
            }
            throw late;
        }
    }

    private static boolean isOf(Job job, Intent intent) {
        return job.intent() != null && job.intent().sent().equals(intent.sent());
    }

    /** A synchronous model's picture is there; one that came with the answer is on the disk before the journal says so. */
    Job done(Sending sending) throws IOException {
        // Its file stays: without the journal, nobody would know that it was answered.
        Job job = sending.job();
        SubmitAnswer.Done answer = (SubmitAnswer.Done) sending.requireAnswer();
        Instant now = clock.instant();
        Job known = job.withCloud(
                task(sending.submission(), null, answer.requestId(), now).finished(now));
        byte[] picture = answer.picture();
        if (picture != null) {
            Disk.writeAtomically(JobFolder.of(work, job.id().value()).cloudAnswer(), picture);
        }
        String result = picture == null ? answer.url() : WITH_THE_ANSWER;
        Running fetchable = ((Submitting) job.state()).answered(result, now);
        return timed(journal.record(known.in(fetchable).withIntent(null)), sending.start());
    }

    /**
     * Certainly not taken: the next model, or what follows where there is none.
     *
     * @throws CloudUnavailable where it says something of the service's health
     */
    Job refused(Sending sending) {
        CloudError error = sending.requireError();
        Attempts.checkStopped(error);
        intents.note(sending.job(), null);
        Job next = timed(fallbacks.after(notTaken(sending.job()), error), sending.start());
        if (error.errorClass() == ErrorClass.RETRY || error.errorClass() == ErrorClass.RETRY_ONCE) {
            throw new CloudUnavailable(next, error.code());
        }
        return next;
    }

    /**
     * Perhaps taken: it is looked up, and never simply sent again.
     *
     * @throws CloudUnavailable where no task of it was found or can be looked for, which is a failure of the service, or of the way to it
     */
    Job lost(Sending sending) {
        SubmitAnswer.AnswerLost answer = (SubmitAnswer.AnswerLost) sending.requireAnswer();
        Job job = sending.job();
        Intent intent = Objects.requireNonNull(job.intent()).ended(clock.instant());
        intents.note(job, IntentFile.open(intent));
        Job next = timed(lost.settled(journal.record(job.withIntent(intent)), chosen.provider(job)), sending.start());
        if (!(next.state() instanceof Submitted)) {
            throw new CloudUnavailable(next, answer.error().code());
        }
        return next;
    }

    /** Where the job ends by this, the journal has it only once it is published: until then nobody may look for its task. */
    private Job notTaken(Job job) {
        Job known = job.withIntent(null);
        return job.state() instanceof Submitting state && fallbacks.endsJobs()
                ? journal.record(known.in(state.notTaken(clock.instant())))
                : known;
    }

    private static CloudTask task(
            Submission submission, @Nullable String taskId, @Nullable String requestId, Instant now) {
        return new CloudTask(
                submission.model().name(), submission.function(), submission.prompt(), taskId, requestId, now, null, 0);
    }
}
