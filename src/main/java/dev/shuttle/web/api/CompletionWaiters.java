package dev.shuttle.web.api;

import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.JournalException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Clients that wait for a job's end, without a thread each. */
public final class CompletionWaiters {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Journal journal;
    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
    private final Shutdown shutdown;

    private record Wait(JobId id, CompletableFuture<Optional<Job>> end) {}

    /**
     * Nobody waits yet. Once the program stops nobody need wait any longer: the jobs go on with its next start.
     *
     * @param journal has the jobs that ended before they were waited for
     */
    public CompletionWaiters(Journal journal, Shutdown shutdown) {
        this.journal = journal;
        this.shutdown = shutdown;
        shutdown.onBegin(() -> waits.forEach(wait -> wait.end().complete(Optional.empty())));
    }

    /** A job has ended, and its folder is in the outbox. */
    public void ended(Job job) {
        waits.stream()
                .filter(wait -> wait.id().equals(job.id()))
                .forEach(wait -> wait.end().complete(Optional.of(job)));
    }

    boolean isStopping() {
        return shutdown.hasBegun();
    }

    /**
     * The job when it has ended; empty where that takes longer.
     *
     * @param patience how long to wait; null: for ever
     */
    CompletableFuture<Optional<Job>> of(JobId id, @Nullable Duration patience) {
        Wait wait = new Wait(id, new CompletableFuture<>());
        waits.add(wait);
        // Whoever ends it from here on finds us; whoever ended it before is found in the journal.
        Optional<Job> already = already(id);
        if (already.isPresent() || shutdown.hasBegun()) {
            wait.end().complete(already);
        }
        if (patience != null) {
            wait.end().completeOnTimeout(Optional.empty(), patience.toMillis(), TimeUnit.MILLISECONDS);
        }
        if (journal.isShared()) {
            lookAgain(wait);
        }
        return wait.end().whenComplete((job, failure) -> waits.remove(wait));
    }

    /** Another node may end it, and does not tell us. */
    private void lookAgain(Wait wait) {
        CompletableFuture.delayedExecutor(LOOK.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (!wait.end().isDone()) {
                        already(wait.id()).ifPresent(job -> wait.end().complete(Optional.of(job)));
                        lookAgain(wait);
                    }
                });
    }

    private Optional<Job> already(JobId id) {
        try {
            return journal.find(id).filter(Job::isFinal);
        } catch (JournalException away) {
            // Then the job is parked, and ends later.
            return Optional.empty();
        }
    }
}
