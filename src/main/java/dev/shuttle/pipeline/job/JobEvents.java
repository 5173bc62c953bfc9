package dev.shuttle.pipeline.job;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * What happens to jobs: each state once it is safe in the journal, and each end once its folder is in the outbox. Listeners
 * are called in the order they came, on the thread that did it; they must neither wait nor throw.
 */
public final class JobEvents {
    private final List<Consumer<Job>> onCommit = new CopyOnWriteArrayList<>();
    private final List<Consumer<Job>> onEnd = new CopyOnWriteArrayList<>();
    private final List<Consumer<Job>> onLeft = new CopyOnWriteArrayList<>();

    /** Calls for every state that is committed to the journal. */
    public void onCommit(Consumer<Job> listener) {
        onCommit.add(listener);
    }

    /** Calls for every job that has ended and is published; again where a kill made it be published again. */
    public void onEnd(Consumer<Job> listener) {
        onEnd.add(listener);
    }

    /** The same, before those that came until now: who is waited for comes before who only looks on. */
    public void onEndFirst(Consumer<Job> listener) {
        onEnd.add(0, listener);
    }

    /** Calls for every job that is made ready here, and that another node publishes. */
    public void onLeft(Consumer<Job> listener) {
        onLeft.add(listener);
    }

    /** A job's new state is in the journal. */
    void committed(Job job) {
        onCommit.forEach(listener -> listener.accept(job));
    }

    /** Called by the route {@code publish}. */
    public void ended(Job job) {
        if (!job.isFinal()) {
            onLeft.forEach(listener -> listener.accept(job));
            return;
        }
        onEnd.forEach(listener -> listener.accept(job));
    }
}
