package dev.shuttle.ops.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Alerts on their way to the webhook, in their order and in memory only. One that is not taken is sent again, ten times at
 * most, with waits that double; with too many waiting, the oldest are given up.
 */
final class Mailbox {
    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
    /** DingTalk takes 20 messages a minute from one robot. */
    private static final int MOST = 15;

    private static final int TRIES = 10;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Alert> waiting = new ArrayDeque<>();
    private Duration wait = SHORTEST;
    private Instant next = Instant.MIN;
    private int tries;
    private long lost;
    private boolean away;
    private boolean closing;
    private boolean closed;

    Mailbox(InstantSource clock) {
        this.clock = clock;
    }

    void put(Alert alert) {
        lock.lock();
        try {
            if (waiting.size() == MOST) {
                // The first may be under way just now.
                Alert first = waiting.removeFirst();
                lose(waiting.removeFirst());
                waiting.addFirst(first);
            }
            waiting.addLast(alert);
        } finally {
            lock.unlock();
        }
    }

    /** The alert that is to be sent now; none where the webhook is given time. */
    List<Alert> due() {
        lock.lock();
        try {
            boolean now = closing || !clock.instant().isBefore(next);
            return waiting.isEmpty() || !now || closed ? List.of() : List.of(waiting.getFirst());
        } finally {
            lock.unlock();
        }
    }

    /** The first has arrived. */
    void sent() {
        lock.lock();
        try {
            if (away) {
                LOG.info("the alert webhook takes alerts again");
            }
            away = false;
            wait = SHORTEST;
            next = Instant.MIN;
            takeFirst();
        } finally {
            lock.unlock();
        }
    }

    /** The first has not. */
    void failed(String why) {
        lock.lock();
        try {
            if (!away) {
                LOG.warn("the alert webhook does not take alerts, they are sent again: {}", why);
            }
            away = true;
            tries++;
            next = clock.instant().plus(wait);
            Duration twice = wait.multipliedBy(2);
            wait = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
            if (tries == TRIES || closing) {
                lose(waiting.getFirst());
                takeFirst();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * The program ends: what waits is sent at once, each once.
     *
     * @return whether nothing waits any more
     */
    boolean finish(Duration patience) {
        lock.lock();
        try {
            closing = true;
            long left = patience.toNanos();
            while (!waiting.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return waiting.isEmpty();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            closed = true;
            waiting.forEach(this::lose);
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    long lost() {
        lock.lock();
        try {
            return lost;
        } finally {
            lock.unlock();
        }
    }

    private void takeFirst() {
        if (!waiting.isEmpty()) {
            waiting.removeFirst();
        }
        tries = 0;
        changed.signalAll();
    }

    private void lose(Alert alert) {
        lost++;
        LOG.error("an alert did not arrive: {}: {}", alert.title(), alert.message());
    }
}
