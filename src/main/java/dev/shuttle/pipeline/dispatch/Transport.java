package dev.shuttle.pipeline.dispatch;

import java.time.Duration;

/**
 * How the ids of jobs travel from stage to stage.
 *
 * @param byBroker between programs; else within this one
 * @param isOwn whether the queues are this node's own, because no other reaches its pictures
 * @param delays whether the broker keeps a message until it is due; else due times are kept in the database
 * @param patience how long after its time a message counts as lost
 * @param later when a job is looked at again that another node has, which may be gone
 */
public record Transport(boolean byBroker, boolean isOwn, boolean delays, Duration patience, Duration later) {
    /** Between stages of one program nothing is lost, and each stage waits by itself. */
    public static final Transport IN_PROCESS =
            new Transport(false, false, false, Duration.ofMinutes(10), Duration.ZERO);

    private static final long STEP_MS = 250;

    /** Whether a message that is due so late can be sent now. */
    boolean carries(Duration due) {
        return due.isZero() || delays;
    }

    /** Each delay is an endpoint, so there are to be few. */
    private static long rounded(long ms) {
        return (ms + STEP_MS - 1) / STEP_MS * STEP_MS;
    }

    /** The endpoint of a queue, for a message that is due so late. */
    String endpoint(String queue, Duration due) {
        return !byBroker || due.isZero() || !delays
                ? queue
                : queue + (queue.contains("?") ? "&" : "?") + "deliveryDelay=" + rounded(due.toMillis());
    }
}
