package dev.shuttle.pipeline.cloud;

import dev.shuttle.pipeline.job.AccountLimits;
import dev.shuttle.provider.Provider;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;

/**
 * A provider as the cloud's stage uses it.
 *
 * @param breaker the one that its route puts round the submit
 * @param maxInFlight so many jobs may be with it at once
 * @param requestTimeout for one exchange
 * @param limits what the nodes that use the account agree on
 * @param isUsable whether there is a key, where it wants one
 */
public record Service(
        Provider provider,
        CircuitBreaker breaker,
        int maxInFlight,
        Duration requestTimeout,
        AccountLimits limits,
        boolean isUsable) {
    /** Whether it may be asked, as far as is known without asking. */
    boolean isClosed() {
        return isUsable
                && breaker.getState() != CircuitBreaker.State.OPEN
                && breaker.getState() != CircuitBreaker.State.FORCED_OPEN;
    }
}
