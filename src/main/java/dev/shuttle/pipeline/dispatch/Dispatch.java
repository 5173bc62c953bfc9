package dev.shuttle.pipeline.dispatch;

import dev.shuttle.loom.image.PictureException;
import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.StoppedException;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.intake.Admission;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.JobState.Closed;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.pipeline.job.JobState.Open;
import dev.shuttle.pipeline.job.JobState.Running;
import dev.shuttle.pipeline.job.JobState.Submitted;
import dev.shuttle.pipeline.job.JobState.Submitting;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.JournalException;
import dev.shuttle.pipeline.job.UnreadableRowException;
import dev.shuttle.pipeline.publish.Outbox;
import dev.shuttle.report.outcome.Problem;
import dev.shuttle.settings.FileErrors;
import dev.shuttle.settings.Roles.Role;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The decisions of the routes {@code admit} and {@code dispatch}, and of the error handler. */
public final class Dispatch {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final Admission admission;
    private final Duties duties;
    private final Journal journal;
    private final Outbox outbox;
    private final Predicate<Job> cloudIsOn;
    private final Predicate<Job> cloudAnswers;
    private final InstantSource clock;
    private final Shutdown shutdown;

    /**
     * Decides for one program.
     *
     * @param duties what this node does
     * @param cloudIsOn whether there is a key for one of the job's models
     * @param cloudAnswers whether the breaker of the job's next service lets calls through
     */
    public Dispatch(
            Admission admission,
            Duties duties,
            Journal journal,
            Outbox outbox,
            Predicate<Job> cloudIsOn,
            Predicate<Job> cloudAnswers,
            InstantSource clock,
            Shutdown shutdown) {
        this.admission = admission;
        this.duties = duties;
        this.journal = journal;
        this.outbox = outbox;
        this.cloudIsOn = cloudIsOn;
        this.cloudAnswers = cloudAnswers;
        this.clock = clock;
        this.shutdown = shutdown;
    }

    /** Enters a claimed picture in the journal. */
    public Job admit(JobFolder folder) throws IOException {
        Job job = admission.admit(folder);
        GroupAdmission.log(job);
        return job;
    }

    /** Settles what the job's state leaves open: is it published already, given up, held, or not for the cloud at all? */
    public Job settle(Job job) {
        if (!(job.state() instanceof Open open)) {
            return job;
        }
        Optional<Closed> end = outbox.endOf(job);
        if (end.isPresent()) {
            return job.in(end.get());
        }
        // A task under way is given up where it is polled, so that it can be canceled there too.
        boolean underWay = job.state() instanceof Submitted || job.state() instanceof Running;
        if (!underWay && journal.isCancelRequested(job.id())) {
            admission.unfinished().forget(job.id());
            return job.in(open.failed(job.canceled(), clock.instant()));
        }
        boolean isNew = job.state() instanceof Admitted && !isUnfinished(job);
        boolean isDecided = duties.has(Role.CLOUD) || !job.order().cloud();
        return isNew && isDecided ? admitted(job, (Admitted) job.state()) : job;
    }

    private Job admitted(Job job, Admitted state) {
        if (!job.order().cloud() || !cloudIsOn.test(job)) {
            String reason = job.order().cloud() ? "NO_KEY" : "TICKET";
            LOG.atInfo()
                    .addKeyValue("job", job.id())
                    .addKeyValue("reason", reason)
                    .log("takes the local road");
            return journal.record(job.in(state.locally(reason, clock.instant())));
        }
        return job;
    }

    /** A job that was held may go on where the cloud can be asked again; held once more, it waits for its next turn. */
    public Job release(Job job) {
        boolean goesOn = isHeld(job) && cloudAnswers.test(job);
        return goesOn ? job.in(new Admitted(job.state().since(), null)) : job;
    }

    /** Whether only the publishing is left. */
    public boolean isFinished(Job job) {
        return job.isFinal();
    }

    /** Whether it waits for the cloud. */
    public boolean isHeld(Job job) {
        return job.state() instanceof Admitted admitted && admitted.heldBy() != null;
    }

    /** Whether it is not to go on here and now: it is another node's, it waits for the cloud, for its picture's end or, where the program stops, for the next start. */
    public boolean isToWait(Job job) throws IOException {
        return !duties.has(job) || shutdown.hasBegun() || isHeld(job) || isUnfinished(job);
    }

    private boolean isUnfinished(Job job) {
        return admission.unfinished().isWaiting(job.id());
    }

    /** Whether the cloud has it already, or may have it. */
    public boolean isUnderWay(Job job) {
        return job.state() instanceof Submitting || job.state() instanceof Submitted || job.state() instanceof Running;
    }

    /** Whether the cloud is to be asked, or is at it. */
    public boolean isForTheCloud(Job job) {
        return !(job.state() instanceof Converting);
    }

    /** Whether what broke will pass, so that the job waits: the journal or the disk is away, or the program stops. */
    public boolean isPassing(Throwable failure) {
        boolean passing = false;
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof NoSuchFileException) {
                // A file that is gone does not come back by waiting.
                return false;
            }
            passing |=
                    each instanceof JournalException || each instanceof StoppedException || each instanceof IOException;
        }
        return passing;
    }

    private Job known(Job travelling) {
        try {
            return journal.find(travelling.id()).orElse(travelling);
        } catch (UnreadableRowException damaged) {
            return travelling;
        }
    }

    /**
     * A step broke for this job in a way that another try would not mend.
     *
     * @return the job as it ends; as the journal has it where the program is stopping: it goes on after the restart
     */
    public Job failed(Job travelling, Throwable failure) {
        Job job = known(travelling);
        if (shutdown.hasBegun()) {
            LOG.atDebug().addKeyValue("job", job.id()).setCause(failure).log("cut short by the stop");
            return job;
        }
        if (failure instanceof PictureException picture && job.state() instanceof Open damaged) {
            Problem problem =
                    new Problem(picture.code(), job.source().name() + ": " + picture.getMessage(), picture.hint());
            return job.in(damaged.rejected(problem, clock.instant()));
        }
        LOG.atError().addKeyValue("job", job.id()).setCause(failure).log("failed");
        Problem problem = new Problem(
                "INTERNAL",
                job.source().name() + " could not be finished: " + FileErrors.of(failure),
                "the log tells more; the original lies beside this report and can be tried again: shuttle jobs retry "
                        + job.id());
        JobState state = job.state();
        return state instanceof Open open ? job.in(open.failed(problem, clock.instant())) : job;
    }
}
