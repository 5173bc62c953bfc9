package dev.shuttle.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An accepted submit.
 *
 * @param ordinal 1 for the first accepted submit of this emulator's state
 * @param synchronous answered with its pictures at once: no task that could be polled
 * @param submittedAt by the emulator's clock
 * @param queueTime least time PENDING
 * @param runTime time RUNNING
 * @param cancelledAt null unless cancelled
 */
record Task(
        String id,
        String requestId,
        int ordinal,
        boolean synchronous,
        Instant submittedAt,
        Duration queueTime,
        Duration runTime,
        Order order,
        Outcome outcome,
        @Nullable Instant cancelledAt) {

    /** No result within three hours is an InternalError.Timeout. */
    static final Duration LONGEST_RUN = Duration.ofHours(3);

    Task cancelled(Instant at) {
        return new Task(id, requestId, ordinal, synchronous, submittedAt, queueTime, runTime, order, outcome, at);
    }

    /** When it may start at the earliest. */
    Instant ready() {
        return submittedAt.plus(queueTime);
    }

    Duration timeAtWork() {
        return outcome instanceof Outcome.TimesOut ? LONGEST_RUN : runTime;
    }

    /** Pictures that come out in the end: what is billed. */
    int picturesMade() {
        if (outcome instanceof Outcome.Succeeds) {
            return order.images();
        }
        return outcome instanceof Outcome.SucceedsInPart part ? order.images() - part.failed() : 0;
    }

    /** Why it ends FAILED; empty where it ends SUCCEEDED. */
    Optional<Outcome.Fails> failure() {
        if (outcome instanceof Outcome.TimesOut) {
            return Optional.of(Outcome.Fails.of(DocumentedError.INTERNAL_TIMEOUT));
        }
        return outcome instanceof Outcome.Fails fails ? Optional.of(fails) : Optional.empty();
    }
}
