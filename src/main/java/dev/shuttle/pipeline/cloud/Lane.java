package dev.shuttle.pipeline.cloud;

import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.StoppedException;
import dev.shuttle.pipeline.job.AccountLimits;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.provider.CloudError;
import dev.shuttle.provider.ErrorClass;
import dev.shuttle.provider.Stage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The account's one lane between nodes: while a picture is sent and its task has no id, nobody else sends. */
final class Lane {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    /** Longer than any submit is on the wire with its repeats; what is in the lane then, nobody can settle. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final AccountLimits limits;
    private final SharedBreaker breaker;
    private final OpenIntents intents;
    private final Shutdown shutdown;

    Lane(AccountLimits limits, SharedBreaker breaker, OpenIntents intents, Shutdown shutdown) {
        this.limits = limits;
        this.breaker = breaker;
        this.intents = intents;
        this.shutdown = shutdown;
    }

    /** Whether other nodes use it. */
    boolean isShared() {
        return limits.isShared();
    }

    /**
     * Waits until it is free; what a silent node left in it is settled. Another node may be faster all the same.
     *
     * @return why it cannot be had now: what is left in it cannot be looked up, or never comes to an end; null where it is free
     * @throws StoppedException where the program stops before
     */
    @Nullable
    CloudError await(Job job) {
        long looks = LONGEST.dividedBy(BETWEEN_LOOKS);
        while (!limits.isLaneFree(job.id())) {
            if (looks-- == 0) {
                return blocked();
            }
            CloudError unreachable = intents.settle();
            if (unreachable != null) {
                return unreachable;
            }
            pause();
        }
        return null;
    }

    private static CloudError blocked() {
        return new CloudError(
                "LANE_BLOCKED",
                "a picture that was sent before has neither a task nor a node that can look for it",
                0,
                null,
                null,
                Stage.SUBMIT,
                ErrorClass.RETRY,
                Duration.ZERO);
    }

    private void pause() {
        try {
            shutdown.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException("interrupted while another node sends a picture");
        }
    }

    /** Another node has stopped the account. */
    void stopped() {
        breaker.follow();
    }
}
