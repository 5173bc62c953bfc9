package dev.shuttle.dashscope;

import java.time.Instant;

/** Hears of each POST right before it goes out, so that it can be journaled. What it throws keeps the POST from going out. */
@FunctionalInterface
public interface Sending {
    /** Nobody need know. */
    Sending UNJOURNALED = (now, deadline) -> {};

    /**
     * A try begins; the one before, if any, was certainly refused.
     *
     * @param deadline when the exchange ends at the latest
     */
    void begins(Instant now, Instant deadline);
}
