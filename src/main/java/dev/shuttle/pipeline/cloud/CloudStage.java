package dev.shuttle.pipeline.cloud;

import dev.shuttle.dashscope.CloudPicture;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.image.PictureException;
import dev.shuttle.loom.work.Deadline;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.JobState.Open;
import dev.shuttle.pipeline.job.JobState.Running;
import dev.shuttle.pipeline.job.JobState.Submitted;
import dev.shuttle.pipeline.job.JobState.Submitting;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.JournalException;
import dev.shuttle.pipeline.job.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the routes {@code cloud}, {@code submit}, {@code poll} and {@code download} ask: each step takes a job and gives a job. */
public final class CloudStage {
    private final Path work;
    private final SubmitStep submit;
    private final PollStep poll;
    private final DownloadStep download;
    private final Fallbacks fallbacks;
    private final Turns turns;
    private final Places places;
    private final PollQueue polls;
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
            Places places,
            PollQueue polls,
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
        this.places = places;
        this.polls = polls;
        this.journal = journal;
        this.pauses = pauses;
        this.clock = clock;
        this.most = most;
    }

    /** Ends all waits: what is in flight is in the journal and goes on after the restart. */
    public void stop() {
        stopping = true;
        pauses.stop();
        places.stop();
        polls.stop();
    }

    /** The job joins the cloud's queue. */
    public void queue(Job job) {
        turns.joined(job);
    }

    /** Waits for a free place and gives it to the job whose turn it is: false where that waited too long and has gone another way. */
    public boolean takes(Job job) {
        places.await(job.id());
        boolean called = turns.called(job);
        if (!called) {
            places.free(job.id());
        }
        return called;
    }

    /** A job that is under way already has its place at once: its task counts for the account in any case. */
    public void resumes(Job job) {
        places.take(job.id());
    }

    /** The job is done with the cloud, for now at least: its place is free. */
    public void leaves(Job job) {
        places.free(job.id());
        poll.forget(job.id());
    }

    /** How many jobs are with the cloud. */
    int inFlight() {
        return places.taken();
    }

    /**
     * Jobs that leave the queue: whom their user gave up, and whose turn did not come within {@code shuttle.cloud.wait}. Whose
     * task was given up does not wait for its next poll, which cancels it.
     */
    public List<Job> impatient() {
        if (stopping) {
            return List.of();
        }
        Set<JobId> canceled = canceled();
        canceled.forEach(polls::hurry);
        return Stream.concat(
                        canceled.stream().filter(turns::leave).flatMap(id -> left(id, this::canceled)),
                        turns.leaving().stream().flatMap(id -> left(id, fallbacks::busy)))
                .toList();
    }

    private Set<JobId> canceled() {
        try {
            return journal.cancelRequested();
        } catch (JournalException away) {
            return Set.of();
        }
    }

    private Job canceled(Job job) {
        return job.state() instanceof Open open ? job.in(open.failed(Problem.canceled(job), clock.instant())) : job;
    }

    private Stream<Job> left(JobId id, UnaryOperator<Job> next) {
        Optional<Job> job = Optional.empty();
        try {
            job = journal.find(id);
            return job.map(next).stream();
        } catch (JournalException away) {
            // It stays in the queue; where its turn has just been passed over, it goes on as it is.
            return turns.staysAfterAll(id) ? Stream.empty() : job.stream();
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
        byte[] bytes = Files.readAllBytes(JobFolder.of(work, job.id().value()).requirePicture());
        Picture picture = Picture.decode(
                bytes,
                submit.ground(job),
                1,
                1,
                Deadline.after(most, clock, () -> journal.isCancelRequested(job.id())));
        return CloudPicture.of(picture.toBufferedImage(), submit.model(job));
    }

    /**
     * Submits, or finds what was submitted before.
     *
     * @throws CloudUnavailable where the service failed, for the breaker to count
     */
    public Job submit(Job job, CloudPicture picture) throws IOException {
        return submit.submit(job, picture);
    }

    /** How long to wait before the next poll, in milliseconds. */
    public long nextPoll(Job job) {
        return poll.next(job).toMillis();
    }

    /** Completes when the task is to be asked for, or the program stops; no thread waits meanwhile. */
    public CompletionStage<Job> untilDue(Job job) {
        return poll.due(job);
    }

    /** Looks at the task; where the program stops, the next start does. */
    public Job poll(Job job) {
        try {
            return stopping ? job : poll.poll(job);
        } catch (VirtualMachineError | LinkageError broken) {
            return fallbacks.broken(journal.find(job.id()).orElse(job), broken);
        }
    }

    /** Fetches the picture. */
    public Job download(Job job) throws IOException {
        pauses.check();
        return download.download(job);
    }

    /**
     * The breaker's other road.
     *
     * @param failure what broke inside the breaker; null where it is open and nothing was tried
     */
    public Job fallBack(Job job, @Nullable Throwable failure) throws Exception {
        if (failure instanceof CloudUnavailable unavailable) {
            return onItsWay(unavailable.job());
        }
        if (failure == null || failure instanceof io.github.resilience4j.circuitbreaker.CallNotPermittedException) {
            return breakerOpen(job);
        }
        if (isError(failure)) {
            return fallbacks.broken(journal.find(job.id()).orElse(job), failure);
        }
        throw (Exception) failure;
    }

    /** However the route has wrapped it. */
    private static boolean isError(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof Error || (cause != null && isError(cause));
    }

    private Job breakerOpen(Job job) throws LookUpDelayed {
        try {
            Job known = submit.withoutSending(job);
            return isToSubmit(known) ? fallbacks.breakerOpen(known) : known;
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
