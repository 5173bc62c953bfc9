package dev.shuttle.provider;

import java.time.Duration;
import java.time.Instant;

/**
 * That a picture was being sent, and no answer came.
 *
 * @param owner whose picture it is: distinguishes intents
 * @param model the model's name
 * @param since by our clock, before the first try
 * @param sent before the last try; each try before it was certainly refused
 * @param until from when on nothing of the last try is on the wire
 */
public record SubmitIntent(String owner, String model, Instant since, Instant sent, Instant until) {
    /**
     * How long after the end of the connection a task may still be made of what was sent. Ours is TLS to the service's own gateway, and a
     * proxy in between passes bytes on without understanding them, so what is not there when the connection ends cannot come later; what is
     * there waits for the gateway's own queue. No figure is documented; a submit is answered within a second.
     */
    static final Duration IN_FLIGHT = Duration.ofSeconds(10);

    /** Clocks that are set by a network differ by less. */
    private static final Duration USUAL_SKEW = Duration.ofSeconds(2);
    /** A task this near could still be ours if a clock is wrong; then it is not known. */
    private static final Duration POSSIBLE_SKEW = Duration.ofMinutes(5);
    /** The list forgets after 24 hours. */
    private static final Duration MEMORY = Duration.ofHours(23).plusMinutes(50);

    /** Whether the task list no longer reaches back to it. */
    public boolean isForgotten(Instant now) {
        return now.isAfter(since.plus(MEMORY));
    }

    /** From when on the service makes nothing of it any more, by our clock. */
    public Instant settled() {
        return until.plus(IN_FLIGHT);
    }

    /** The earliest time, by the service's clock, that a task of it may have. */
    public Instant earliest(Duration serviceAhead) {
        return since.plus(negative(serviceAhead)).minus(POSSIBLE_SKEW);
    }

    /** Whether its task would have such a time, both clocks being as they seem. */
    public boolean isUsual(Instant created, Duration serviceAhead) {
        return !created.isBefore(sent.plus(serviceAhead).minus(USUAL_SKEW)) && !isLate(created, serviceAhead);
    }

    /**
     * Whether its task could have such a time, a clock being wrong, or having been wrong when it was sent. No end is set to it: where a
     * clock was put right meanwhile, the intent's own times say nothing of the service's.
     */
    public boolean isPossible(Instant created, Duration serviceAhead) {
        return !created.isBefore(earliest(serviceAhead));
    }

    /** Whether that is later than its task should have been made. */
    public boolean isLate(Instant created, Duration serviceAhead) {
        return created.isAfter(settled().plus(serviceAhead).plus(USUAL_SKEW));
    }

    private static Duration negative(Duration duration) {
        return duration.isNegative() ? duration : Duration.ZERO;
    }
}
