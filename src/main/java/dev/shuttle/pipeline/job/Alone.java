package dev.shuttle.pipeline.job;

import java.time.Duration;
import java.util.Optional;

/** A program that has its account for itself: its own queues, permits and breaker are all there is. */
final class Alone implements AccountLimits {
    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public boolean takePlace(JobId id, int most) {
        return true;
    }

    @Override
    public void keepPlace(JobId id) {}

    @Override
    public void leavePlace(JobId id) {}

    @Override
    public void forgetPlace(JobId id) {}

    @Override
    public boolean isLaneFree(JobId id) {
        return true;
    }

    @Override
    public Optional<Duration> turn(Call call, double perSecond, Duration patience) {
        return Optional.of(Duration.ZERO);
    }

    @Override
    public void stop(Duration time) {}

    @Override
    public void go() {}

    @Override
    public Optional<Duration> stopped() {
        return Optional.empty();
    }
}
