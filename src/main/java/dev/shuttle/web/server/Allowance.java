package dev.shuttle.web.server;

import java.time.Duration;

/** How long one client may still keep the server waiting: what it moves buys time, up to a limit. Not thread-safe. */
final class Allowance {
    private final long bytesPerSecond;
    private final long mostMillis;
    private long leftMillis;

    /**
     * Begins with all of it.
     *
     * @param bytesPerSecond the rate that a client may keep for ever
     */
    Allowance(long bytesPerSecond, Duration most) {
        this.bytesPerSecond = bytesPerSecond;
        this.mostMillis = most.toMillis();
        this.leftMillis = mostMillis;
    }

    void moved(long bytes) {
        long bought = Math.min(mostMillis, bytes * 1000 / bytesPerSecond);
        leftMillis = Math.min(mostMillis, leftMillis + bought);
    }

    void waited(long millis) {
        leftMillis -= millis;
    }

    boolean isSpent() {
        return leftMillis < 0;
    }

    long leftMillis() {
        return leftMillis;
    }
}
