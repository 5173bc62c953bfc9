package dev.shuttle.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Stands still until it is let go; then an hour has passed, and time passes as usual. */
final class StandingClock implements InstantSource {
    private final Instant start = Instant.now();
    private volatile @Nullable Instant letGo;

    void letGo() {
        letGo = Instant.now();
    }

    @Override
    public Instant instant() {
        Instant since = letGo;
        return since == null ? start : start.plus(Duration.ofHours(1)).plus(Duration.between(since, Instant.now()));
    }
}
