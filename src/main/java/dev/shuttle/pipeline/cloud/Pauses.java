package dev.shuttle.pipeline.cloud;

import dev.shuttle.dashscope.Sleeper;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The cloud stage's waits, which end when the program stops; from then on nothing that fails is held against a job. (No
 * thread is interrupted: Camel's queues would spin on that.)
 */
public final class Pauses implements Sleeper {
    private final CountDownLatch stopping = new CountDownLatch(1);

    /** Wakes who waits. */
    public void stop() {
        stopping.countDown();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (stopping.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
            check();
        }
    }

    /** @throws CloudStopped where the program stops: what failed now failed because of it */
    void check() {
        if (stopping.getCount() == 0) {
            throw new CloudStopped("the program stops");
        }
    }
}
