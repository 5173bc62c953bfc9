package dev.shuttle.pipeline;

import dev.shuttle.provider.Sleeper;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * That the program is stopping: signalled once, and known to every loop and every wait. Whoever finds something broken afterwards
 * knows that it may be because of it. (No thread is interrupted: Camel's queues would spin on that.)
 */
public final class Shutdown implements Sleeper {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final List<Runnable> actions = new CopyOnWriteArrayList<>();

    /** What wakes or cuts off something when it begins; in the order of registration, and never before {@link #hasBegun}. */
    public void onBegin(Runnable action) {
        actions.add(action);
    }

    /** Begins it; a second call does nothing. */
    public void begin() {
        synchronized (begun) {
            if (hasBegun()) {
                return;
            }
            begun.countDown();
        }
        actions.forEach(Runnable::run);
    }

    /** Whether the program is stopping. */
    public boolean hasBegun() {
        return begun.getCount() == 0;
    }

    /**
     * Passes until the program is stopping.
     *
     * @throws StoppedException afterwards: what failed now failed because of it
     */
    public void check() {
        if (hasBegun()) {
            throw new StoppedException("the program stops");
        }
    }

    /**
     * Sleeps until the time is over.
     *
     * @throws StoppedException as soon as the program is stopping
     */
    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (begun.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
            check();
        }
    }
}
