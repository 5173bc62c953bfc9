package dev.shuttle.pipeline.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. */
public final class MovedClock implements InstantSource {
    private volatile Instant now;

    /** Stands at noon in Chengdu. */
    public MovedClock() {
        now = Jobs.NOON;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Moves it. */
    public synchronized void move(Duration time) {
        now = now.plus(time);
    }
}
