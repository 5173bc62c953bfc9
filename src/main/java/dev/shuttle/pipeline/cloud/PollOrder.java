package dev.shuttle.pipeline.cloud;

import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/**
 * In which order tasks are asked for: whose deadline is over comes first, then whose poll is due longest. A task past its
 * deadline is asked for once and leaves, so the others' turn comes. Not thread-safe.
 */
final class PollOrder {
    /** One job that waits for its poll. */
    record Waiting(Job job, Instant due, Instant deadline, CompletableFuture<Job> turn) {
        JobId id() {
            return job.id();
        }
    }

    private static final Comparator<JobId> BY_ID = Comparator.comparing(JobId::value);

    private final Map<JobId, Waiting> all = new HashMap<>();
    private final NavigableSet<Waiting> later = byDue();
    private final NavigableSet<Waiting> due = byDue();
    private final NavigableSet<Waiting> dueByDeadline =
            new TreeSet<>(Comparator.comparing(Waiting::deadline).thenComparing(Waiting::id, BY_ID));

    private static NavigableSet<Waiting> byDue() {
        return new TreeSet<>(Comparator.comparing(Waiting::due).thenComparing(Waiting::id, BY_ID));
    }

    /** Adds a job and gives what waited under its id before, whose turn is the caller's to end. */
    Optional<Waiting> add(Waiting waiting) {
        Optional<Waiting> before = remove(waiting.id());
        all.put(waiting.id(), waiting);
        later.add(waiting);
        return before;
    }

    /** The next to be asked for at this time; it is out then. */
    Optional<Waiting> next(Instant now) {
        while (!later.isEmpty() && !later.first().due().isAfter(now)) {
            Waiting ready = later.pollFirst();
            due.add(ready);
            dueByDeadline.add(ready);
        }
        if (due.isEmpty()) {
            return Optional.empty();
        }
        Waiting oldest = dueByDeadline.first();
        return remove((oldest.deadline().isAfter(now) ? due.first() : oldest).id());
    }

    /** Any one, due or not. */
    Optional<Waiting> any() {
        return all.keySet().stream().findAny().flatMap(this::remove);
    }

    /** When {@link #next} will have one, where it has none now. */
    Optional<Instant> nextDue() {
        return later.isEmpty() ? Optional.empty() : Optional.of(later.first().due());
    }

    Optional<Waiting> remove(JobId id) {
        Waiting gone = all.remove(id);
        if (gone == null) {
            return Optional.empty();
        }
        later.remove(gone);
        due.remove(gone);
        dueByDeadline.remove(gone);
        return Optional.of(gone);
    }
}
