package dev.shuttle.pipeline.cloud;

import dev.shuttle.loom.image.PictureException;
import dev.shuttle.pipeline.job.JournalException;
import dev.shuttle.settings.Settings;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** The circuit breaker round encoding and submit, as it is set. */
public final class CloudBreaker {
    private CloudBreaker() {}

    /** A closed one of this provider's that waits by this clock. */
    public static CircuitBreaker of(String provider, Settings.Breaker set, InstantSource clock) {
        CircuitBreakerConfig config = CircuitBreakerConfig.custom()
                .clock(clock.withZone(ZoneOffset.UTC))
                .slidingWindowType(set.timeBased() ? SlidingWindowType.TIME_BASED : SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(set.slidingWindowSize())
                .minimumNumberOfCalls(set.minimumNumberOfCalls())
                .failureRateThreshold(set.failureRateThreshold())
                .waitDurationInOpenState(set.waitDurationInOpenState())
                .permittedNumberOfCallsInHalfOpenState(set.permittedNumberOfCallsInHalfOpenState())
                .ignoreException(CloudBreaker::isOfThisMachine)
                // Held jobs look at the state to know when to ask again.
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .build();
        return CircuitBreaker.of(provider, config);
    }

    /**
     * The service's failures come as {@link CloudUnavailable}, or are recorded by {@link Fallbacks}. A picture that cannot be read, a full
     * disk and a journal that cannot be written are none, however the route has wrapped them.
     */
    private static boolean isOfThisMachine(Throwable failure) {
        if (failure instanceof CloudUnavailable) {
            return false;
        }
        Throwable cause = failure.getCause();
        return failure instanceof PictureException
                || failure instanceof IOException
                || failure instanceof JournalException
                || (cause != null && isOfThisMachine(cause));
    }
}
