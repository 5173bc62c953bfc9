package dev.shuttle.cloud;

import dev.shuttle.dashscope.CloudPicture;
import dev.shuttle.disk.JobFolder;
import dev.shuttle.job.Job;
import dev.shuttle.job.JobId;
import dev.shuttle.job.JobState.Admitted;
import dev.shuttle.job.JobState.Running;
import dev.shuttle.job.JobState.Submitted;
import dev.shuttle.job.JobState.Submitting;
import dev.shuttle.job.Journal;
import dev.shuttle.job.JournalException;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.image.PictureException;
import dev.shuttle.loom.work.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the routes {@code cloud}, {@code submit}, {@code poll} and {@code download} ask: each step takes a job and gives a job. */
public final class CloudStage {
    private final Path work;
    private final SubmitStep submit;
    private final PollStep poll;
    private final DownloadStep download;
    private final Fallbacks fallbacks;
    private final Turns turns;
    private final Journal journal;
    private final Pauses pauses;
    private final InstantSource clock;
    private final Duration most;
    private volatile boolean stopping;

    CloudStage(
            Path work,
            SubmitStep submit,
            PollStep poll,
            DownloadStep download,
            Fallbacks fallbacks,
            Turns turns,
            Journal journal,
            Pauses pauses,
            InstantSource clock,
            Duration most) {
        this.work = work;
        this.submit = submit;
        this.poll = poll;
        this.download = download;
        this.fallbacks = fallbacks;
        this.turns = turns;
        this.journal = journal;
        this.pauses = pauses;
        this.clock = clock;
        this.most = most;
    }

    /** Ends the loops at once where they only wait, else at their next look: what is in flight is in the journal and goes on after the restart. */
    public void stop() {
        stopping = true;
        pauses.stop();
    }

    /** The job joins the cloud's queue. */
    public void queue(Job job) {
        turns.joined(job);
    }

    /** It is the job's turn: false where it waited too long and has gone another way. */
    public boolean takes(Job job) {
        return turns.called(job);
    }

    /** Jobs whose turn did not come within {@code shuttle.cloud.wait}, as they go on without the cloud. */
    public List<Job> impatient() {
        return stopping
                ? List.of()
                : turns.leaving().stream().flatMap(id -> leave(id).stream()).toList();
    }

    private Optional<Job> leave(JobId id) {
        Optional<Job> job = Optional.empty();
        try {
            job = journal.find(id);
            return job.map(fallbacks::busy);
        } catch (JournalException away) {
            // It stays in the queue; where its turn has just been passed over, it goes on as it is.
            return turns.staysAfterAll(id) ? Optional.empty() : job;
        }
    }

    /** Whether the job still wants something of the cloud. */
    public boolean isWanted(Job job) {
        return !stopping && (isToSubmit(job) || isPending(job) || isToDownload(job));
    }

    /** Whether a submit is next, or one is to be looked up. */
    public boolean isToSubmit(Job job) {
        return (job.state() instanceof Admitted admitted && admitted.heldBy() == null)
                || job.state() instanceof Submitting;
    }

    /** Whether its task has not ended yet. */
    public boolean isPending(Job job) {
        return !stopping
                && (job.state() instanceof Submitted
                        || (job.state() instanceof Running running && running.result() == null));
    }

    /** Whether its picture can be fetched. */
    public boolean isToDownload(Job job) {
        return job.state() instanceof Running running && running.result() != null;
    }

    /** The source as the next model wants it, base64 in a data URL. */
    public CloudPicture encode(Job job) throws IOException, PictureException {
        byte[] bytes = Files.readAllBytes(JobFolder.of(work, job.id().value()).requireSource());
        Picture picture = Picture.decode(bytes, Rgb.WHITE, 1, 1, Deadline.after(most, clock, () -> false));
        return CloudPicture.of(picture.toBufferedImage(), submit.model(job));
    }

    /**
     * Submits, or finds what was submitted before.
     *
     * @throws CloudUnavailable where the service failed, for the breaker to count
     */
    public Job submit(Job job, CloudPicture picture) {
        return submit.submit(job, picture);
    }

    /** How long to wait before the next poll, in milliseconds. */
    public long nextPoll(Job job) {
        return poll.next(job).toMillis();
    }

    /** How long to wait before {@link #look}, in milliseconds: until the next poll, but no longer than a stop may take. */
    public long nextLook(Job job) {
        return Math.max(0, poll.nextLook(job).toMillis());
    }

    /** Polls where it is time to. */
    public Job look(Job job) {
        return poll.look(job);
    }

    /** Looks at the task. */
    public Job poll(Job job) {
        return poll.poll(job);
    }

    /** Fetches the picture. */
    public Job download(Job job) throws IOException {
        return download.download(job);
    }

    /**
     * The breaker's other road.
     *
     * @param failure what broke inside the breaker; null where it is open and nothing was tried
     */
    public Job fallBack(Job job, @Nullable Throwable failure) throws Exception {
        if (failure instanceof CloudUnavailable unavailable) {
            return unavailable.job();
        }
        if (failure == null || failure instanceof io.github.resilience4j.circuitbreaker.CallNotPermittedException) {
            return fallbacks.breakerOpen(job);
        }
        if (failure instanceof Exception exception) {
            throw exception;
        }
        throw (Error) failure;
    }
}
