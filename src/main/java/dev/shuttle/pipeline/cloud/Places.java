package dev.shuttle.pipeline.cloud;

import dev.shuttle.pipeline.job.JobId;
import java.util.HashSet;
import java.util.Set;

/**
 * Which jobs are with the cloud: {@code dashscope.max-in-flight} at most are sent there. A place is held under its job's id,
 * so none can be given back twice, and a job that comes again has the one it had.
 */
final class Places {
    private final int most;
    private final Set<JobId> held = new HashSet<>();
    private boolean stopping;

    Places(int most) {
        this.most = most;
    }

    /** Waits for a free place and takes it; a stop ends the wait. */
    synchronized void await(JobId id) {
        try {
            while (!stopping && held.size() >= most && !held.contains(id)) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudStopped("interrupted while waiting for a place");
        }
        held.add(id);
    }

    /** Takes a place at once, beyond the most too: the account counts the task in any case. */
    synchronized void take(JobId id) {
        held.add(id);
    }

    /** The job is no longer with the cloud; nothing happens where it was not. */
    synchronized void free(JobId id) {
        held.remove(id);
        notifyAll();
    }

    synchronized int taken() {
        return held.size();
    }

    synchronized void stop() {
        stopping = true;
        notifyAll();
    }
}
