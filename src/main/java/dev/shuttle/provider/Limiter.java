package dev.shuttle.provider;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;

/**
 * The account's rates, shared by all jobs: one instance for each provider.
 *
 * <p>DashScope counts per main account: 2 submits a second for wanx2.1-imageedit, 20 polls, lists and cancels each (Model Studio,
 * "Rate limits" and "Manage asynchronous tasks"). Permits are dealt singly, not in bursts of a second's worth.
 */
public final class Limiter {
    private final String provider;
    private final Rate submits;
    private final Rate polls;

    /** Deals turns. */
    public interface Rate {
        /** Waits for the caller's turn: returns false where it did not come in time. */
        boolean pass();
    }

    /**
     * @param provider whose rates they are
     * @param submitsPerSecond above 0
     * @param pollsPerSecond above 0, for polls, lists and cancels together
     * @param patience how long a caller waits for a permit before it gets {@code LIMITER_TIMEOUT}
     */
    public Limiter(String provider, double submitsPerSecond, double pollsPerSecond, Duration patience) {
        this(
                provider,
                limiter(provider + ".submit", submitsPerSecond, patience)::acquirePermission,
                limiter(provider + ".poll", pollsPerSecond, patience)::acquirePermission);
    }

    /** Rates that others share. */
    public Limiter(String provider, Rate submits, Rate polls) {
        this.provider = provider;
        this.submits = submits;
        this.polls = polls;
    }

    /** Waits until a picture may be sent. */
    public void beforeSubmit() {
        pass(provider + ".submit", submits, Stage.SUBMIT);
    }

    /** Waits until a task may be looked up. */
    public void beforeTaskCall(Stage stage) {
        pass(provider + ".poll", polls, stage);
    }

    private static void pass(String name, Rate rate, Stage stage) {
        if (!rate.pass()) {
            var code = Thread.currentThread().isInterrupted() ? OwnCode.INTERRUPTED : OwnCode.LIMITER_TIMEOUT;
            throw CloudError.own(code, "No permit from " + name + " in time", 0, stage)
                    .thrown();
        }
    }

    private static RateLimiter limiter(String name, double perSecond, Duration patience) {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException(name + "-rate must be above 0, not " + perSecond);
        }
        return RateLimiter.of(
                name,
                RateLimiterConfig.custom()
                        .limitForPeriod(1)
                        .limitRefreshPeriod(Duration.ofNanos(Math.max(1, Math.round(1e9 / perSecond))))
                        .timeoutDuration(patience)
                        .build());
    }
}
