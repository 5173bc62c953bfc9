package dev.shuttle.pipeline.dispatch;

import dev.shuttle.pipeline.job.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The jobs that have ended since the start, for whoever wants to show them. */
public final class EndedJobs {
    private final List<Job> ended = new ArrayList<>();
    private final List<Consumer<Job>> listeners = new CopyOnWriteArrayList<>();
    private boolean kept = true;

    /** Told by the route {@code publish}. */
    public void ended(Job job) {
        synchronized (ended) {
            if (kept) {
                ended.add(job);
            }
        }
        listeners.forEach(listener -> listener.accept(job));
    }

    /** Calls for every job that ends. */
    public void onEnd(Consumer<Job> listener) {
        listeners.add(listener);
    }

    /** Keeps no job any more: a program that runs for months would have no room for them. */
    public void forget() {
        synchronized (ended) {
            kept = false;
            ended.clear();
        }
    }

    /** All of them, in the order they ended; none after {@link #forget}. */
    public List<Job> all() {
        synchronized (ended) {
            return List.copyOf(ended);
        }
    }
}
