package dev.shuttle.cloud;

import dev.shuttle.settings.Settings;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** The circuit breaker round the submit, as it is set. */
public final class CloudBreaker {
    private CloudBreaker() {}

    /** A closed one that waits by this clock. */
    public static CircuitBreaker of(Settings.Breaker set, InstantSource clock) {
        CircuitBreakerConfig config = CircuitBreakerConfig.custom()
                .clock(clock.withZone(ZoneOffset.UTC))
                .slidingWindowType(set.timeBased() ? SlidingWindowType.TIME_BASED : SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(set.slidingWindowSize())
                .minimumNumberOfCalls(set.minimumNumberOfCalls())
                .failureRateThreshold(set.failureRateThreshold())
                .waitDurationInOpenState(set.waitDurationInOpenState())
                .permittedNumberOfCallsInHalfOpenState(set.permittedNumberOfCallsInHalfOpenState())
                // Held jobs look at the state to know when to ask again.
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .build();
        return CircuitBreaker.of("dashscope", config);
    }
}
