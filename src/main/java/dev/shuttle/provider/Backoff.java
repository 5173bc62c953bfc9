package dev.shuttle.provider;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Growing delays with jitter, so that many waiters do not knock at the same moment.
 *
 * @param first the first delay
 * @param max no delay is longer, jitter included
 * @param factor each delay is so much longer than the one before, at least 1
 */
public record Backoff(Duration first, Duration max, double factor) {
    /** A delay lies within this share of its length, to both sides. */
    private static final double JITTER = 0.2;

    /** The delay after others that came to this time together: without jitter, for who waits so does not know how many they were. */
    public Duration delayAt(Duration before) {
        long grown = first.toMillis() + Math.round(before.toMillis() * (factor - 1));
        return Duration.ofMillis(Math.min(max.toMillis(), grown));
    }

    /** The delay after so many before it. */
    public Duration delay(int before, RandomGenerator random) {
        double longest = (double) max.toMillis();
        double plain = Math.min(longest, first.toMillis() * Math.pow(factor, before));
        double jittered = plain * (1 - JITTER + 2 * JITTER * random.nextDouble());
        return Duration.ofMillis(Math.round(Math.min(longest, jittered)));
    }
}
