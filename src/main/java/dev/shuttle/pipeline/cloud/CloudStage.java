package dev.shuttle.pipeline.cloud;

import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.image.PictureException;
import dev.shuttle.loom.work.Deadline;
import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.JobState.Running;
import dev.shuttle.pipeline.job.JobState.Submitted;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.provider.CloudPicture;
import dev.shuttle.provider.SubmitAnswer;
import dev.shuttle.provider.TaskStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** What the routes {@code cloud}, {@code submit}, {@code poll} and {@code download} ask: each step takes a job and gives a job. */
public final class CloudStage {
    private final Path work;
    private final SubmitStep submit;
    private final PollStep poll;
    private final DownloadStep download;
    private final SubmitFailures submitFailures;
    private final QueueExits exits;
    private final QueueDeadlines turns;
    private final Permits lane;
    private final Services services;
    private final Places places;
    private final ChosenModels chosen;
    private final ExecutorService threads;
    private final PollQueue polls;
    private final Journal journal;
    private final Shutdown shutdown;
    private final InstantSource clock;
    private final Duration most;
    private final boolean polledByMessage;
    /** Whose message came: their tasks are to be asked for, once each. */
    private final Set<JobId> due = ConcurrentHashMap.newKeySet();

    CloudStage(
            Path work,
            SubmitStep submit,
            PollStep poll,
            DownloadStep download,
            Fallbacks fallbacks,
            QueueDeadlines turns,
            Services services,
            ChosenModels chosen,
            PollQueue polls,
            Journal journal,
            Shutdown shutdown,
            InstantSource clock,
            Duration most,
            boolean polledByMessage) {
        this.work = work;
        this.submit = submit;
        this.poll = poll;
        this.download = download;
        this.submitFailures = new SubmitFailures(submit, chosen, fallbacks, journal);
        this.turns = turns;
        this.exits = new QueueExits(turns, fallbacks, journal, clock, ConcurrentHashMap.newKeySet());
        this.threads = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "cloud-submit");
            thread.setDaemon(true);
            return thread;
        });
        this.lane = new Permits(1, threads);
        this.services = services;
        this.places = new Places(services.all(), threads);
        this.chosen = chosen;
        this.polls = polls;
        this.journal = journal;
        this.shutdown = shutdown;
        this.clock = clock;
        this.most = most;
        this.polledByMessage = polledByMessage;
        shutdown.onBegin(this::stop);
    }

    /** Ends all waits: what is in flight is in the journal and goes on after the restart. */
    private void stop() {
        places.stop();
        lane.stop();
        threads.shutdown();
        polls.stop();
    }

    /** Whose routes a job is sent through, {@code direct:<service>-guarded}: breaker and exchanges are that provider's. */
    public String service(Job job) {
        return chosen.guard(job);
    }

    /** Whose routes ask for a job's task: {@code direct:<service>-task}. */
    public String serviceOfTask(Job job) {
        return chosen.provider(job);
    }

    /** Whether the provider that is next for the job may be asked, as far as its breaker knows. */
    public boolean answers(Job job) {
        return services.isClosed(chosen.provider(job));
    }

    /** Whether none of its models can be asked, whatever their services say. */
    public boolean isWithoutKey(Job job) {
        return chosen.isWithoutKey(job);
    }

    /** The job joins the cloud's queue; where that is a broker's, whoever takes it out does so. */
    public void queue(Job job) {
        if (!polledByMessage) {
            turns.joined(job);
        }
    }

    /** Completes once one of the places with the job's next provider is its own, of which there are {@code <provider>.max-in-flight}. */
    public CompletionStage<Job> awaitPlace(Job job) {
        if (polledByMessage) {
            turns.joined(job, Duration.between(job.state().since(), clock.instant()));
        }
        return places.acquire(job, chosen.provider(job));
    }

    /** Whether the job is still there when its place is: where it waited too long and has gone another way, the place is free again. */
    public boolean takes(Job job) {
        boolean called = turns.called(job);
        if (!called) {
            places.release(job.id());
        }
        return called;
    }

    /** A job that is under way has its place at once, for its task counts in any case; without the cloud where its provider is gone. */
    public Job resumes(Job job) {
        String provider = chosen.provider(job);
        if (!services.has(provider)) {
            return submitFailures.withoutProvider(job, provider);
        }
        places.take(job.id(), provider);
        if (polledByMessage) {
            due.add(job.id());
        }
        return job;
    }

    /** The job is done with the cloud, for now at least: its place is free. */
    public void leaves(Job job) {
        lane.release(job.id());
        places.release(job.id());
        poll.forget(job.id());
        chosen.forget(job.id());
        due.remove(job.id());
    }

    /**
     * Jobs that leave the queue: whom their user gave up, and whose turn did not come within {@code shuttle.cloud.wait}. Whose
     * task was given up does not wait for its next poll, which cancels it.
     */
    public List<Job> impatient() {
        if (shutdown.hasBegun()) {
            return List.of();
        }
        Set<JobId> canceled = exits.canceled();
        canceled.forEach(polls::hurry);
        return exits.leaving(canceled);
    }

    /** Whether nobody is to wait here for a place any more: other nodes have them, too. */
    public void sendsAway(boolean all) {
        turns.close(all);
    }

    /** Whether the job still wants something of the cloud; where another provider is next, it queues for a place with that one. */
    public boolean isWanted(Job job) {
        boolean isToSubmit = isToSubmit(job) && places.isWith(job.id(), chosen.provider(job));
        return !shutdown.hasBegun() && (isToSubmit || isPolledHere(job) || isToDownload(job));
    }

    /** Whether a submit is next, or one is to be looked up. */
    public boolean isToSubmit(Job job) {
        return SubmitStep.isToSubmit(job);
    }

    /** Whether its task has not ended yet. */
    public boolean isPending(Job job) {
        return !shutdown.hasBegun()
                && (job.state() instanceof Submitted
                        || (job.state() instanceof Running running && running.result() == null));
    }

    /** Whether its task is to be asked for here, now or after a wait; else a message says when. */
    public boolean isPolledHere(Job job) {
        return isPending(job) && (!polledByMessage || due.contains(job.id()));
    }

    /** Whether its picture can be fetched. */
    public boolean isToDownload(Job job) {
        return job.state() instanceof Running running && running.result() != null;
    }

    /** Completes once the job is the one that may send: then nothing that was sent before is unsettled and under way. */
    public CompletionStage<Job> awaitLane(Job job) {
        return lane.acquire(job);
    }

    /** The next job may send. */
    public void leaveLane(Job job) {
        lane.release(job.id());
    }

    /**
     * Settles what was sent before and has no answer, of this job and of all others.
     *
     * @throws CloudUnavailable where that cannot be had now, for the breaker to count
     */
    public Job settle(Job job) {
        return submit.settle(job);
    }

    /** What programs that are gone left without an answer is settled, also while nobody here submits. */
    public void settleOthers() {
        submit.settleOthers();
    }

    /** Whether the job is to be sent, now that nothing else is open. */
    public boolean isSendable(Job job) {
        return chosen.isSendable(job);
    }

    /** The source as the next model takes it. */
    public CloudPicture picture(Job job) throws IOException, PictureException {
        byte[] bytes = Files.readAllBytes(JobFolder.of(work, job.id().value()).requirePicture());
        Picture picture = Picture.decode(
                bytes,
                submit.ground(job),
                1,
                1,
                Deadline.after(most, clock, () -> journal.isCancelRequested(job.id())));
        return CloudPicture.of(picture.toBufferedImage(), submit.model(job));
    }

    /** What is asked for the job: model, function, prompt, strength, seed and the encoded picture. */
    public Sending request(Job job, CloudPicture picture, String base64) {
        return submit.prepared(job, picture, base64);
    }

    /** Whether a POST is to go out: nothing is sent again that may have been taken. */
    public boolean isToSend(Sending sending) {
        return submit.isToSend(sending);
    }

    /** The intent, forced to the disk and into the journal. */
    public Sending intend(Sending sending) throws IOException {
        return submit.intend(sending);
    }

    /** Notes what came of the POST. */
    public Sending answered(Sending sending, SubmitAnswer answer) {
        return submit.answered(sending, answer);
    }

    /** The service has made a task. */
    public Job accepted(Sending sending) {
        return submit.accepted(sending);
    }

    /** The service has made the picture. */
    public Job done(Sending sending) throws IOException {
        return submit.done(sending);
    }

    /**
     * The service has not taken the picture.
     *
     * @throws CloudUnavailable where that is for the breaker to count
     */
    public Job refused(Sending sending) {
        return submit.refused(sending);
    }

    /**
     * Nobody knows whether the service has taken the picture: its task list is asked.
     *
     * @throws CloudUnavailable where it has not, for the breaker to count
     */
    public Job lost(Sending sending) {
        return submit.lost(sending);
    }

    /** How long to wait before the next poll. */
    public Duration nextPoll(Job job) {
        return polledByMessage ? poll.delayByAge(job) : poll.delay(job);
    }

    /** Completes when the task is to be asked for, or the program stops; no thread waits meanwhile. */
    public CompletionStage<Job> untilDue(Job job) {
        if (polledByMessage) {
            due.remove(job.id());
            return CompletableFuture.completedFuture(job);
        }
        return polls.await(job, nextPoll(job), poll.left(job));
    }

    /** The job as it is asked for; where the program stops, the next start does. */
    public Job beginPoll(Job job) {
        return shutdown.hasBegun() ? job : poll.begin(job);
    }

    /** Goes on by what the service says of the task. */
    public Job polled(Job job, TaskStatus status) {
        Job seen = poll.seen(job, status);
        if (!poll.isKept(seen)) {
            places.forget(seen.id());
        }
        return seen;
    }

    /** This program broke while it asked for a task, as where memory runs out. */
    public Job broken(Job job, Throwable failure) {
        return submitFailures.broken(job, failure);
    }

    /** Fetches the picture. */
    public Job download(Job job) throws IOException {
        shutdown.check();
        return download.download(job);
    }

    /**
     * The breaker's other road.
     *
     * @param failure what broke inside the breaker; null where it is open and nothing was tried
     */
    public Job fallBack(Job job, @Nullable Throwable failure) throws Exception {
        return submitFailures.fallBack(job, failure);
    }
}
