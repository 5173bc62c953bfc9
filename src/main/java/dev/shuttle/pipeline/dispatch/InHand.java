package dev.shuttle.pipeline.dispatch;

import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The jobs that came to this program by message, and that somebody here is at. */
public final class InHand {
    private final Set<JobId> ids = ConcurrentHashMap.newKeySet();

    /** Somebody here is at it from now on: returns false where somebody was before. */
    boolean taken(JobId id) {
        return ids.add(id);
    }

    boolean has(JobId id) {
        return ids.contains(id);
    }

    /** It has been handed on, or left to others. */
    void left(JobId id) {
        ids.remove(id);
    }

    /** It is in the outbox, or ready for another node's. */
    public void ended(Job job) {
        ids.remove(job.id());
    }
}
