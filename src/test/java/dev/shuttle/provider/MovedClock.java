package dev.shuttle.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A clock that stands until it is moved; sleeping moves it. */
final class MovedClock implements InstantSource, Sleeper {
    private Instant now;
    private final List<Duration> sleeps = new ArrayList<>();

    MovedClock(Instant start) {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    void move(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public void sleep(Duration duration) {
        sleeps.add(duration);
        move(duration);
    }

    List<Duration> sleeps() {
        return sleeps;
    }
}
