package dev.shuttle.pipeline.cloud;

import dev.shuttle.dashscope.CloudError;
import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.StoppedException;
import dev.shuttle.pipeline.job.AccountLimits;
import dev.shuttle.pipeline.job.Job;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The account's one lane between nodes: while a picture is sent and its task has no id, nobody else sends. */
final class Lane {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

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
     * @return why what is left in it cannot be looked up now, and so is kept; null where it is free
     * @throws StoppedException where the program stops before
     */
    @Nullable
    CloudError await(Job job) {
        while (!limits.isLaneFree(job.id())) {
            CloudError unreachable = intents.settle();
            if (unreachable != null) {
                return unreachable;
            }
            pause();
        }
        return null;
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
