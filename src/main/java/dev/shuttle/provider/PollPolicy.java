package dev.shuttle.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** When tasks are polled, and until when. */
public final class PollPolicy {
    private final Backoff backoff;
    private final Duration deadline;
    private final InstantSource clock;
    private final InstantSource steady;
    private final RandomGenerator random;

    /**
     * @param initial the first wait, above 0; each wait is half as long again as the one before
     * @param max the longest wait, unless the service asks for more
     * @param deadline counted from the submission, so that a restart does not begin anew
     * @param clock for a task's age when its polls begin
     * @param steady only passes; measures from then on, whatever the clock is set to meanwhile
     */
    public PollPolicy(
            Duration initial,
            Duration max,
            Duration deadline,
            InstantSource clock,
            InstantSource steady,
            RandomGenerator random) {
        this.backoff = new Backoff(initial, max, 1.5);
        this.deadline = deadline;
        this.clock = clock;
        this.steady = steady;
        this.random = random;
    }

    /** Begins with a task; also after a restart, whenever it was submitted. */
    public Polling start(Instant submittedAt) {
        Duration age = Duration.between(submittedAt, clock.instant());
        return new Polling(this, now().minus(age.isNegative() ? Duration.ZERO : age));
    }

    /** The wait before the next poll of a task that was submitted so long ago, whoever asked for it before. */
    public Duration delayAt(Duration age) {
        return backoff.delayAt(age.isNegative() ? Duration.ZERO : age);
    }

    Duration backoff(int polls) {
        return backoff.delay(polls, random);
    }

    Instant now() {
        return steady.instant();
    }

    Duration deadline() {
        return deadline;
    }
}
