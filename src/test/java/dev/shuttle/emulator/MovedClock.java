package dev.shuttle.emulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. */
final class MovedClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-01-15T02:00:00.100Z");

    @Override
    public Instant instant() {
        return now;
    }

    synchronized void advance(Duration time) {
        now = now.plus(time);
    }
}
