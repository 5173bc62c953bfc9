package dev.shuttle.pipeline.cloud;

import dev.shuttle.pipeline.StoppedException;
import dev.shuttle.pipeline.job.AccountLimits;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.JournalException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The account's places with the cloud: this node's own permits first, then, where other nodes use the account, the places of all. */
final class SharedPlaces {
    private static final Logger LOG = LoggerFactory.getLogger(SharedPlaces.class);
    private static final long BETWEEN_LOOKS_MS = 250;

    private record Waiter(Job job, CompletableFuture<Job> turn) {}

    private final Permits own;
    private final AccountLimits limits;
    private final int most;
    private final Executor next;
    /** Those that have a permit, first come, first served. */
    private final Queue<Waiter> waiting = new ArrayDeque<>();

    private final ScheduledExecutorService looks;
    private final @Nullable Future<?> looking;
    private boolean stopped;

    SharedPlaces(int most, AccountLimits limits, Executor next) {
        this.own = new Permits(most, next);
        this.limits = limits;
        this.most = most;
        this.next = next;
        this.looks = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "cloud-places");
            thread.setDaemon(true);
            return thread;
        });
        this.looking = limits.isShared()
                ? looks.scheduleWithFixedDelay(this::look, BETWEEN_LOOKS_MS, BETWEEN_LOOKS_MS, TimeUnit.MILLISECONDS)
                : null;
    }

    /** Completes once a place is the job's; no thread waits meanwhile. */
    CompletionStage<Job> acquire(Job job) {
        return limits.isShared() ? own.acquire(job).thenCompose(this::amongAll) : own.acquire(job);
    }

    private synchronized CompletionStage<Job> amongAll(Job job) {
        Waiter waiter = new Waiter(job, new CompletableFuture<>());
        if (stopped) {
            return CompletableFuture.failedFuture(stop(job));
        }
        waiting.add(waiter);
        looks.execute(this::look);
        return waiter.turn();
    }

    /** On its own thread alone, and without the monitor: the database may take its time, and a stop must not wait for it. */
    private void look() {
        Waiter first = first();
        while (first != null && isSettled(first)) {
            drop(first);
            first = first();
        }
    }

    private synchronized @Nullable Waiter first() {
        return stopped ? null : waiting.peek();
    }

    private synchronized void drop(Waiter settled) {
        waiting.remove(settled);
    }

    /** Whether it waits no longer. */
    private boolean isSettled(Waiter first) {
        try {
            boolean taken = limits.takePlace(first.job().id(), most);
            if (taken) {
                next.execute(() -> first.turn().complete(first.job()));
            }
            return taken;
        } catch (JournalException away) {
            own.release(first.job().id());
            next.execute(() -> first.turn().completeExceptionally(away));
            return true;
        }
    }

    /** Takes a place at once, beyond the most too. */
    void take(JobId id) {
        limits.keepPlace(id);
        own.take(id);
    }

    /** The job is done with the cloud, for now at least. */
    void release(JobId id) {
        own.release(id);
        given(id, limits::leavePlace);
    }

    /** The service does not have the job's task any more. */
    void forget(JobId id) {
        own.release(id);
        given(id, limits::forgetPlace);
    }

    /** A place that is not given back now goes with the job's next commit. */
    private static void given(JobId id, Consumer<JobId> back) {
        try {
            back.accept(id);
        } catch (JournalException away) {
            LOG.atDebug().addKeyValue("job", id).log("its place is kept for now: {}", away.getMessage());
        }
    }

    /** Ends all waits. */
    synchronized void stop() {
        own.stop();
        stopped = true;
        if (looking != null) {
            looking.cancel(false);
        }
        looks.shutdown();
        while (!waiting.isEmpty()) {
            Waiter waiter = waiting.remove();
            next.execute(() -> waiter.turn().completeExceptionally(stop(waiter.job())));
        }
    }

    private static StoppedException stop(Job job) {
        return new StoppedException("the program stops before the cloud is asked for " + job.id());
    }
}
