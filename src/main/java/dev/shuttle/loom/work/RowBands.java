package dev.shuttle.loom.work;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Shares the rows of a picture out to workers, in bands of a fixed height, so that the outcome never depends on how
 * many workers there are.
 */
public final class RowBands {
    /** Work on the rows {@code from} (inclusive) to {@code to} (exclusive). */
    @FunctionalInterface
    public interface Body {
        void rows(int from, int to);
    }

    private final int threads;
    private final Deadline deadline;

    /** Shares work out to so many workers, 1 or more; more than the machine's processors is a waste. */
    public RowBands(int threads) {
        this(threads, Deadline.NONE);
    }

    private RowBands(int threads, Deadline deadline) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread is needed, not " + threads);
        }
        this.threads = threads;
        this.deadline = deadline;
    }

    public int threads() {
        return threads;
    }

    /** When the work has to be done; looked at before each band. */
    public Deadline deadline() {
        return deadline;
    }

    /** As many workers, which have to be done by then. */
    public RowBands within(Deadline end) {
        return new RowBands(threads, end);
    }

    /** Runs {@code body} over {@code rows} rows in bands of {@code bandRows}; returns when all are done. */
    public void run(int rows, int bandRows, Body body) {
        int bands = (rows + bandRows - 1) / bandRows;
        AtomicInteger next = new AtomicInteger();
        each(Math.min(threads, bands), () -> {
            for (int band = next.getAndIncrement(); band < bands; band = next.getAndIncrement()) {
                deadline.check();
                body.rows(band * bandRows, Math.min(rows, (band + 1) * bandRows));
            }
        });
    }

    private static void each(int workers, Runnable work) {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Runnable guarded = () -> {
            try {
                work.run();
            } catch (Throwable problem) {
                failure.compareAndSet(null, problem);
            }
        };
        Thread[] others = new Thread[Math.max(0, workers - 1)];
        for (int i = 0; i < others.length; i++) {
            others[i] = new Thread(guarded, "loom-" + (i + 1));
            others[i].setDaemon(true);
            others[i].start();
        }
        guarded.run();
        joinAll(others);
        rethrow(failure.get());
    }

    private static void joinAll(Thread[] threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException problem) {
            throw problem;
        }
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }
}
