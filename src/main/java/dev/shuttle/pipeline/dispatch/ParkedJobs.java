package dev.shuttle.pipeline.dispatch;

import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.intake.Unfinished;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.pipeline.job.JournalException;
import dev.shuttle.pipeline.publish.SourceChangedException;
import dev.shuttle.settings.FileErrors;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jobs that cannot go on just now: the cloud is held, the disk is full, the journal is away, a picture's end is missing. They
 * are safe in their folder and in the journal; here are their names, until they are taken up again, and those that only could
 * not be published, so that what was converted is not converted again.
 */
public final class ParkedJobs {
    private static final Logger LOG = LoggerFactory.getLogger(ParkedJobs.class);

    /** After so many tries in vain nobody who waits for all jobs waits for this one; the tries then become rarer. */
    private static final int TRIES = 5;

    /** At most so many rounds of {@code shuttle.recover} are left out: five minutes of ten seconds each. */
    private static final int RAREST = 30;

    private final Recovery recovery;
    private final Unfinished unfinished;
    private final Shutdown shutdown;
    private final Map<JobId, Optional<Job>> parked = new ConcurrentHashMap<>();
    private final Map<JobId, Trouble> troubles = new ConcurrentHashMap<>();

    /** @param rounds to be left out before the next try */
    private record Trouble(int tries, String cause, int rounds) {
        Trouble again(String why) {
            int more = tries + 1;
            int rest = more <= TRIES ? 0 : Math.min(RAREST, 1 << Math.min(5, more - TRIES));
            return new Trouble(more, why, rest);
        }
    }

    /** Takes jobs up again the way a restart would. */
    public ParkedJobs(Recovery recovery, Shutdown shutdown) {
        this.recovery = recovery;
        this.unfinished = recovery.unfinished();
        this.shutdown = shutdown;
    }

    /** Sets a job aside. */
    public void park(Job job) {
        if (isLeft(job)) {
            return;
        }
        if (job.state() instanceof Admitted admitted && admitted.heldBy() != null) {
            String reason = admitted.heldBy();
            troubles.compute(job.id(), (id, before) -> new Trouble(before == null ? 1 : before.tries() + 1, reason, 0));
        }
        parked.put(job.id(), Optional.empty());
    }

    /** Whether other nodes go on with it. */
    private boolean isLeft(Job job) {
        try {
            boolean isOthers = !recovery.duties().has(job) && !unfinished.isWaiting(job.id());
            if (isOthers && !shutdown.hasBegun()) {
                recovery.leave(job);
            }
            return isOthers;
        } catch (IOException | JournalException notNow) {
            parkAfter(job, notNow);
            return true;
        }
    }

    /**
     * Sets aside what broke through nobody's lasting fault.
     *
     * @param travelling the job; its folder where it was not yet in the journal; its id where it was to be handed on
     */
    public void parkAfter(Object travelling, Throwable failure) {
        JobId id;
        if (travelling instanceof Job job) {
            id = job.id();
        } else if (travelling instanceof String handedOn && JobId.isOne(handedOn)) {
            id = new JobId(handedOn);
        } else if (travelling instanceof JobFolder folder) {
            id = new JobId(folder.jobId());
        } else {
            LOG.atError().setCause(failure).log("a step broke before there was a job: {}", travelling);
            return;
        }
        boolean isMade = travelling instanceof Job job && isMade(job) && !(failure instanceof SourceChangedException);
        parkAfter(id, isMade ? (Job) travelling : null, failure);
    }

    private void parkAfter(JobId id, @Nullable Job made, Throwable failure) {
        String cause = FileErrors.of(failure);
        Trouble before = troubles.get(id);
        troubles.put(id, (before == null ? new Trouble(0, cause, 0) : before).again(cause));
        parked.put(id, Optional.ofNullable(made));
        if (shutdown.hasBegun()) {
            LOG.atInfo().addKeyValue("job", id).log("goes on with the next start");
        } else if (before == null || !before.cause().equals(cause)) {
            LOG.atWarn().addKeyValue("job", id).addKeyValue("cause", cause).log("waits, will be taken up again");
        }
    }

    /** Whether only its publishing can have failed. */
    private static boolean isMade(Job job) {
        return job.isFinal()
                || (job.state() instanceof Converting && job.timings().convert() != null);
    }

    /** A job has ended, whatever troubles it had. */
    public void ended(Job job) {
        troubles.remove(job.id());
    }

    /** The jobs that wait, and were tried so often in vain that there is no use in waiting for them. */
    public Set<JobId> stuck() {
        return parked.keySet().stream().filter(this::isStuck).collect(Collectors.toUnmodifiableSet());
    }

    /** Why a job waits, in the words of what failed; empty where it does not. */
    public String cause(JobId id) {
        Trouble trouble = troubles.get(id);
        return trouble == null ? "" : trouble.cause();
    }

    private boolean isStuck(JobId id) {
        Trouble trouble = troubles.get(id);
        return trouble != null && trouble.tries() >= TRIES;
    }

    /** The jobs that were set aside, taken up again. */
    public List<Job> due() {
        recovery.postponed().forEach(id -> parked.putIfAbsent(id, Optional.empty()));
        recovery.endedElsewhere().forEach(id -> parked.putIfAbsent(id, Optional.empty()));
        recovery.abandoned().forEach(id -> parked.putIfAbsent(id, Optional.empty()));
        return shutdown.hasBegun()
                ? List.of()
                : parked.keySet().stream()
                        .filter(this::isDue)
                        .flatMap(id -> takeUp(id).stream())
                        .toList();
    }

    /** The jobs whose pictures' ends were missing, those that are to be judged now. */
    public List<Job> grown() {
        return shutdown.hasBegun()
                ? List.of()
                : unfinished.due().stream().flatMap(id -> takeUp(id).stream()).toList();
    }

    private boolean isDue(JobId id) {
        Trouble trouble =
                troubles.computeIfPresent(id, (same, now) -> new Trouble(now.tries(), now.cause(), now.rounds() - 1));
        return trouble == null || trouble.rounds() < 0;
    }

    /** Who removes it from the list has it; nobody else takes it up then. */
    private Optional<Job> takeUp(JobId id) {
        Optional<Job> made = parked.remove(id);
        if (made == null) {
            return Optional.empty();
        }
        try {
            Optional<Job> job = made.isPresent() && recovery.isCurrent(made.get()) ? made : recovery.takeUp(id);
            if (job.isEmpty()) {
                troubles.remove(id);
            }
            return job;
        } catch (Exception stillNot) {
            parkAfter(id, stillNot instanceof JournalException ? made.orElse(null) : null, stillNot);
            return Optional.empty();
        }
    }
}
