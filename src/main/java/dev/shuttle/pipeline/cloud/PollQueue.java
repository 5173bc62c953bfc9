package dev.shuttle.pipeline.cloud;

import dev.shuttle.pipeline.cloud.PollOrder.Waiting;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Jobs that wait for their next poll, none of them with a thread. A few threads take the next one each, and what follows the
 * wait runs there; so where the account's rate or the service is slow, jobs queue here, not threads.
 */
final class PollQueue {
    private final int most;
    private final InstantSource steady;
    private final PollOrder order = new PollOrder();
    private final ExecutorService threads;
    private int running;
    private boolean stopping;

    /**
     * Makes the queue; threads start as they are needed.
     *
     * @param most threads
     * @param steady only passes
     */
    PollQueue(int most, InstantSource steady) {
        this.most = most;
        this.steady = steady;
        AtomicInteger count = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "cloud-poll-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Completes once the job's task is to be asked for, on the thread that is to do it; at once where the program stops.
     *
     * @param deadline how long until the task is to be given up; negative where that is over
     */
    synchronized CompletionStage<Job> await(Job job, Duration delay, Duration deadline) {
        if (stopping) {
            return CompletableFuture.completedFuture(job);
        }
        Instant now = steady.instant();
        CompletableFuture<Job> turn = new CompletableFuture<>();
        order.add(new Waiting(job, now.plus(delay), now.plus(deadline), turn))
                .ifPresent(before -> threads.execute(() -> before.turn().complete(before.job())));
        if (running < most) {
            running++;
            threads.execute(this::work);
        }
        notifyAll();
        return turn;
    }

    /** The job is not to wait any longer; nothing happens where it does not wait. */
    synchronized void hurry(JobId id) {
        order.remove(id).ifPresent(waiting -> {
            Instant now = steady.instant();
            order.add(new Waiting(waiting.job(), now, now, waiting.turn()));
            notifyAll();
        });
    }

    /** Ends all waits; the threads end with the last of them. */
    synchronized void stop() {
        stopping = true;
        notifyAll();
        threads.shutdown();
    }

    private void work() {
        for (Waiting next = take(); next != null; next = take()) {
            next.turn().complete(next.job());
        }
    }

    private synchronized @Nullable Waiting take() {
        try {
            while (!stopping) {
                Instant now = steady.instant();
                Optional<Waiting> next = order.next(now);
                if (next.isPresent()) {
                    return next.get();
                }
                // 0: until somebody comes.
                wait(order.nextDue()
                        .map(due -> Duration.between(now, due).toMillis() + 1)
                        .orElse(0L));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return order.any().orElse(null);
    }
}
