package dev.shuttle.pipeline.cloud;

import dev.shuttle.pipeline.StoppedException;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * A number of permits, first come, first served. Each is held under a job's id, so none can be given back twice, and a job that comes
 * again has the one it had. Who waits holds no thread; what follows the wait runs on the executor.
 */
final class Permits {
    private record Waiter(Job job, CompletableFuture<Job> turn) {}

    private final int most;
    private final Executor next;
    private final Set<JobId> held = new HashSet<>();
    private final Queue<Waiter> waiting = new ArrayDeque<>();
    private boolean stopped;

    Permits(int most, Executor next) {
        this.most = most;
        this.next = next;
    }

    /** Completes once the job holds a permit; with {@link StoppedException} where the program stops before. */
    synchronized CompletionStage<Job> acquire(Job job) {
        if (stopped) {
            return CompletableFuture.failedFuture(stop(job));
        }
        CompletableFuture<Job> turn = new CompletableFuture<>();
        waiting.add(new Waiter(job, turn));
        grant();
        return turn;
    }

    private void grant() {
        while (!waiting.isEmpty()
                && (held.size() < most || held.contains(waiting.element().job().id()))) {
            Waiter first = waiting.remove();
            held.add(first.job().id());
            next.execute(() -> first.turn().complete(first.job()));
        }
    }

    /** Takes a permit at once, beyond the most too. */
    synchronized void take(JobId id) {
        held.add(id);
    }

    /** Gives a job's permit back; nothing happens where it has none. */
    synchronized void release(JobId id) {
        held.remove(id);
        if (!stopped) {
            grant();
        }
    }

    /** Ends all waits. */
    synchronized void stop() {
        stopped = true;
        while (!waiting.isEmpty()) {
            Waiter waiter = waiting.remove();
            next.execute(() -> waiter.turn().completeExceptionally(stop(waiter.job())));
        }
    }

    private static StoppedException stop(Job job) {
        return new StoppedException("the program stops before the cloud is asked for " + job.id());
    }
}
