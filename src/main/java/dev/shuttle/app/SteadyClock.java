package dev.shuttle.app;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Time that only passes: it starts with the system's clock and then counts by {@link System#nanoTime}, so a system clock that
 * is set forward or back changes no wait that is measured by it.
 */
final class SteadyClock implements InstantSource {
    private final Instant start = Instant.now();
    private final long nanos = System.nanoTime();

    @Override
    public Instant instant() {
        return start.plusNanos(System.nanoTime() - nanos);
    }
}
