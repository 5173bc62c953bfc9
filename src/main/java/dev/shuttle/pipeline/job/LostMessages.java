package dev.shuttle.pipeline.job;

import java.time.Duration;
import java.util.List;

/**
 * Jobs that were handed on and whose messages may never be received: the broker lost them, could not deliver them, or nobody listens. In a
 * journal of one program's there are none.
 *
 * <p>Every method throws {@link JournalException} where the storage fails.
 */
public interface LostMessages {
    /** Where no message travels. */
    LostMessages NONE = new LostMessages() {};

    /** The broker was away: whatever waits is among {@link Journal#unsent} so long after its time, unless it is received before. */
    default void sendAgain(Duration after) {}

    /** Whether this job was handed on, and is among {@link Journal#unsent} from now on. */
    default boolean sendAgain(JobId id) {
        return false;
    }

    /** Takes a job whose message the broker gave up; where another node alone has the files, that one ends it. */
    default Taken receiveDead(JobId id) {
        return new Taken.Stray();
    }

    /** New jobs that were handed on to the cloud, and since so long no node took; oldest first. */
    default List<JobId> unheard(Duration waited, int limit) {
        return List.of();
    }

    /** Takes one of those, whatever becomes of its message. */
    default Taken recall(JobId id) {
        return new Taken.Stray();
    }
}
