package dev.shuttle.provider;

import java.time.Duration;
import java.time.Instant;

/**
 * One task's polls. One thread at a time.
 *
 * <p>Every task is asked for at least once, even long after its deadline: after a restart its result may be waiting, paid for.
 */
public final class Polling {
    /** UNKNOWN is reported to pass shortly after a submission. */
    private static final Duration UNKNOWN_GRACE = Duration.ofSeconds(30);

    private static final int UNKNOWN_POLLS = 3;
    private static final Duration SHORTEST = Duration.ofMillis(50);

    private final PollPolicy policy;
    /** By the policy's own clock. */
    private final Instant submittedAt;

    private int polls;
    private int unknowns;
    private boolean late;
    private Duration askedFor = Duration.ZERO;

    Polling(PollPolicy policy, Instant submittedAt) {
        this.policy = policy;
        this.submittedAt = submittedAt;
    }

    /** How many answers and failures were recorded. */
    public int polls() {
        return polls;
    }

    /**
     * How long to wait before the next poll: never past the deadline, but never nothing at all; where polls go on although it is over,
     * as long as before.
     */
    public Duration delay() {
        Duration wanted = longer(policy.backoff(polls), askedFor);
        return polls > 0 && !late && left().compareTo(wanted) < 0 ? longer(left(), SHORTEST) : wanted;
    }

    /** How long until the deadline; negative where it is over. */
    public Duration left() {
        return policy.deadline().minus(age());
    }

    /** What follows from a poll's answer, or from its failure. */
    public Verdict seen(TaskStatus status) {
        if (status instanceof TaskStatus.Unread unread) {
            return failed(unread.error());
        }
        polls++;
        askedFor = Duration.ZERO;
        unknowns = status instanceof TaskStatus.Unknown ? unknowns + 1 : 0;
        if (status.isFinal()) {
            return Verdict.FINAL;
        }
        return unknowns >= UNKNOWN_POLLS && age().compareTo(UNKNOWN_GRACE) >= 0 ? Verdict.GONE : inTime();
    }

    /** Failures that pass are borne until the deadline. */
    private Verdict failed(CloudError error) {
        polls++;
        askedFor = error.retryAfter();
        return switch (error.errorClass()) {
            case RETRY, RETRY_ONCE -> inTime();
            case NEVER, NEXT_MODEL, ACCOUNT -> Verdict.REFUSED;
        };
    }

    private Verdict inTime() {
        late = age().compareTo(policy.deadline()) >= 0;
        return late ? Verdict.TOO_LATE : Verdict.AGAIN;
    }

    private Duration age() {
        return Duration.between(submittedAt, policy.now());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
