package dev.shuttle.dispatch;

import dev.shuttle.job.Job;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The jobs that have ended since the start, for whoever wants to show them. */
public final class Progress {
    private final List<Job> ended = new CopyOnWriteArrayList<>();
    private final List<Consumer<Job>> listeners = new CopyOnWriteArrayList<>();

    /** Told by the route {@code publish}. */
    public void ended(Job job) {
        ended.add(job);
        listeners.forEach(listener -> listener.accept(job));
    }

    /** Calls for every job that ends. */
    public void onEnd(Consumer<Job> listener) {
        listeners.add(listener);
    }

    /** All of them, in the order they ended. */
    public List<Job> all() {
        return List.copyOf(ended);
    }
}
