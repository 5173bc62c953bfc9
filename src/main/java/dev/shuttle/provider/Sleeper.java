package dev.shuttle.provider;

import java.time.Duration;

/** How the client waits between two tries; a test's sleeper moves a clock instead. */
@FunctionalInterface
public interface Sleeper {
    /** Waits for real. */
    Sleeper REAL = duration -> Thread.sleep(duration.toMillis());

    /** Returns once the time is over. */
    void sleep(Duration duration) throws InterruptedException;
}
