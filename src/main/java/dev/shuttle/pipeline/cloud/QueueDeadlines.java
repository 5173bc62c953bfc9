package dev.shuttle.pipeline.cloud;

import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.settings.Settings.Fallback;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long jobs have stood in the cloud's queue. A job either gets its turn or leaves; what then remains of it in the queue is
 * passed over. Counted by a clock that only passes, and anew with each start, for while the program stands nobody's turn can
 * come.
 */
final class QueueDeadlines {
    private static final Instant LEFT = Instant.MAX;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final Duration patience;
    private final boolean leaves;
    private final InstantSource steady;
    private volatile boolean isClosed;
    private final Map<JobId, Instant> joined = new ConcurrentHashMap<>();
    private final Instant started;
    private volatile Instant lookedBeyond;

    /** @param policy jobs that are held for the cloud wait for it without an end */
    QueueDeadlines(Duration patience, Fallback policy, InstantSource steady) {
        this.patience = patience;
        this.leaves = policy != Fallback.HOLD;
        this.steady = steady;
        this.started = steady.instant();
        this.lookedBeyond = started.plus(patience);
    }

    /** A job joins the queue; only one that the cloud knows nothing of may leave it again. */
    void joined(Job job) {
        joined(job, Duration.ZERO);
    }

    /** The same for one that has waited so long already; the time before this start does not count. */
    void joined(Job job, Duration waited) {
        if (job.state() instanceof Admitted) {
            Instant since = steady.instant().minus(waited);
            joined.put(job.id(), since.isBefore(started) ? started : since);
        }
    }

    /** It is the job's turn: false where it has left. */
    boolean called(Job job) {
        return !LEFT.equals(joined.remove(job.id()));
    }

    /** Those whose patience is over; they have left. */
    List<JobId> leaving() {
        if (!leaves) {
            return List.of();
        }
        Instant latest = steady.instant().minus(patience);
        return joined.entrySet().stream()
                .filter(waiting -> waiting.getValue().isBefore(latest))
                .filter(waiting -> joined.replace(waiting.getKey(), waiting.getValue(), LEFT))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How long those may wait that stand in a broker's queue and nobody takes out; empty between looks, and where all wait without an end. */
    Optional<Duration> dueToLookBeyond() {
        Instant now = steady.instant();
        if (!leaves || isClosed || now.isBefore(lookedBeyond.plus(BETWEEN_LOOKS))) {
            return Optional.empty();
        }
        lookedBeyond = now;
        return Optional.of(patience);
    }

    /** From now on nobody stays in the queue, or everybody does again. */
    void close(boolean closed) {
        this.isClosed = closed;
    }

    /** Those that are sent away, as they are; they have left. */
    List<JobId> sentAway() {
        return isClosed ? joined.keySet().stream().filter(this::leave).toList() : List.of();
    }

    /** Whether the job stood in the queue; it has left. */
    boolean leave(JobId id) {
        Instant since = joined.get(id);
        return since != null && !LEFT.equals(since) && joined.replace(id, since, LEFT);
    }

    /**
     * A job that left could not be entered in the journal, and stays where it was.
     *
     * @return false where its turn came meanwhile, and was passed over
     */
    boolean staysAfterAll(JobId id) {
        return joined.replace(id, LEFT, steady.instant());
    }
}
