package dev.shuttle.app;

import dev.shuttle.pipeline.cloud.SharedBreaker;
import dev.shuttle.pipeline.job.JdbcJournal;
import dev.shuttle.pipeline.job.JournalException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews this node's lease, and looks whether another node has stopped the account. Where one program has the journal, nothing runs. */
final class Heartbeat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final JdbcJournal journal;
    private final SharedBreaker breaker;
    private final ScheduledExecutorService thread;
    private boolean isWell = true;

    private Heartbeat(JdbcJournal journal, SharedBreaker breaker, ScheduledExecutorService thread) {
        this.journal = journal;
        this.breaker = breaker;
        this.thread = thread;
    }

    /** Begins it. */
    static Heartbeat of(JdbcJournal journal, SharedBreaker breaker) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "heartbeat");
            made.setDaemon(true);
            return made;
        });
        Heartbeat heartbeat = new Heartbeat(journal, breaker, thread);
        journal.beatEvery().map(Duration::toMillis).ifPresent(every -> {
            var beats = thread.scheduleWithFixedDelay(heartbeat::beat, every, every, TimeUnit.MILLISECONDS);
            LOG.debug("a heartbeat every {} ms: {}", every, beats);
        });
        return heartbeat;
    }

    private void beat() {
        try {
            if (journal.beat()) {
                renewed(true, "");
                breaker.follow();
            } else {
                renewed(
                        false,
                        "another node has the same name; give each its own shuttle.node and start this one again");
            }
        } catch (JournalException away) {
            renewed(false, away.getMessage() + "; without it other nodes take this one's jobs over");
        } catch (RuntimeException broken) {
            // One that leaves ends all later beats.
            LOG.atError().setCause(broken).log("a heartbeat failed, and the next follows");
        }
    }

    private void renewed(boolean well, String why) {
        if (isWell && !well) {
            LOG.error("the lease cannot be renewed: {}", why);
        } else if (well && !isWell) {
            LOG.info("the lease is renewed again");
        }
        isWell = well;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
