package dev.shuttle.dashscope;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** When tasks are asked for, and until when. */
public final class PollPolicy {
    private final Backoff backoff;
    private final Duration deadline;
    private final InstantSource clock;
    private final RandomGenerator random;

    /**
     * @param initial the first wait, above 0; each wait is half as long again as the one before
     * @param max the longest wait, unless the service asks for more
     * @param deadline counted from the submission, so that a restart does not begin anew
     */
    public PollPolicy(Duration initial, Duration max, Duration deadline, InstantSource clock, RandomGenerator random) {
        this.backoff = new Backoff(initial, max, 1.5);
        this.deadline = deadline;
        this.clock = clock;
        this.random = random;
    }

    /** As configured. */
    public static PollPolicy of(DashScopeSettings settings, InstantSource clock, RandomGenerator random) {
        return new PollPolicy(settings.pollInitial(), settings.pollMax(), settings.deadline(), clock, random);
    }

    /** Begins with a task; also after a restart, whenever it was submitted. */
    public Polling start(Instant submittedAt) {
        return new Polling(this, submittedAt);
    }

    Duration backoff(int polls) {
        return backoff.delay(polls, random);
    }

    Instant now() {
        return clock.instant();
    }

    Duration deadline() {
        return deadline;
    }
}
