package dev.shuttle.pipeline.delivery;

import dev.shuttle.pipeline.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How long to wait after a failure, twice as long each time: all deliveries where the server failed, else the one. */
public final class Patience {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Duration shortest;
    private final InstantSource clock;
    private final Map<JobId, Wait> waits = new ConcurrentHashMap<>();
    private volatile @Nullable Wait server;

    private record Wait(Fault fault, Duration length, Instant until) {}

    /** @param shortest the wait after a first failure */
    public Patience(Duration shortest, InstantSource clock) {
        this.shortest = shortest;
        this.clock = clock;
    }

    /**
     * Notes a failure.
     *
     * @return whether this is news: another fault than the last time
     */
    boolean failed(JobId id, Fault fault) {
        Wait before = fault.isTheServers() ? server : waits.get(id);
        Duration length = before == null ? shortest : before.length().multipliedBy(2);
        Duration capped = length.compareTo(LONGEST) > 0 ? LONGEST : length;
        Wait wait = new Wait(fault, capped, clock.instant().plus(capped));
        if (fault.isTheServers()) {
            server = wait;
        } else {
            server = null;
            waits.put(id, wait);
        }
        return before == null || !Objects.equals(before.fault(), fault);
    }

    void arrived(JobId id) {
        server = null;
        waits.remove(id);
    }

    boolean isServerAway() {
        return lasts(server);
    }

    boolean isWaiting(JobId id) {
        return lasts(waits.get(id));
    }

    boolean hasTried(JobId id) {
        return waits.containsKey(id);
    }

    private boolean lasts(@Nullable Wait wait) {
        return wait != null && clock.instant().isBefore(wait.until());
    }
}
