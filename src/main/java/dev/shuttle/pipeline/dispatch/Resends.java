package dev.shuttle.pipeline.dispatch;

import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.JournalException;
import dev.shuttle.pipeline.job.Taken;
import dev.shuttle.pipeline.job.UnreadableRowException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds jobs whose message did not come, or will not: its time is over, the broker was away, or the journal went away in the middle of a
 * hand-over, so that nobody knows who has the job.
 */
final class Resends {
    private static final Logger LOG = LoggerFactory.getLogger(Resends.class);
    private static final int MOST_AT_ONCE = 200;
    /** A message that the broker still has is received within this time after it is due, unless many wait. */
    private static final Duration AFTER_AN_OUTAGE = Duration.ofSeconds(5);

    private final Journal journal;
    private final Transport transport;
    private final Predicate<JobId> isWanted;
    private final UnaryOperator<Job> failed;
    private final InHand inHand;
    private final BooleanSupplier takesUp;
    private final Shutdown shutdown;
    /** Those that may have been handed on without a message, or taken without anybody's knowing. */
    private final Set<JobId> inDoubt = ConcurrentHashMap.newKeySet();
    /** Those whose time has come already. */
    private final Set<JobId> overdue = ConcurrentHashMap.newKeySet();

    private final AtomicBoolean wasAway;

    /**
     * @param isWanted where nothing travels by a broker: whether this program can go on with a job
     * @param failed how a job ends that took down whoever had it
     * @param takesUp whether this program takes up jobs whose message is missing; what is in doubt is settled anyway
     */
    Resends(
            Journal journal,
            Transport transport,
            Predicate<JobId> isWanted,
            UnaryOperator<Job> failed,
            InHand inHand,
            BooleanSupplier takesUp,
            Shutdown shutdown) {
        this.journal = journal;
        this.transport = transport;
        this.isWanted = isWanted;
        this.failed = failed;
        this.inHand = inHand;
        this.takesUp = takesUp;
        this.shutdown = shutdown;
        this.wasAway = new AtomicBoolean(transport.isOwn());
    }

    /** It has been handed on. */
    void handedOn(JobId id) {
        inHand.left(id);
        overdue.remove(id);
    }

    /** It may have been handed on: then its message is to be sent. Who has it goes on with it otherwise. */
    void doubt(JobId id) {
        inHand.taken(id);
        inDoubt.add(id);
    }

    /** Nobody here goes on with it. */
    void dropped(JobId id) {
        inHand.left(id);
        inDoubt.add(id);
    }

    /** Whether it is to go on at once, for it has waited already. */
    boolean isOverdue(JobId id) {
        return overdue.contains(id);
    }

    /** Messages may have been lost with the broker. */
    void brokerWasAway() {
        wasAway.set(true);
    }

    /** The jobs that are to be sent now. */
    List<Job> due() {
        List<Job> due = new ArrayList<>();
        try {
            if (wasAway.get()) {
                afterAnOutage();
            }
            for (JobId id : List.copyOf(inDoubt)) {
                settle(id, due);
            }
            for (JobId id : takesUp.getAsBoolean() ? journal.unsent(MOST_AT_ONCE) : List.<JobId>of()) {
                if (!shutdown.hasBegun() && (transport.byBroker() || isWanted.test(id))) {
                    reclaim(id, due);
                }
            }
        } catch (JournalException away) {
            LOG.debug("it cannot be looked for messages now", away);
        }
        return due;
    }

    private void afterAnOutage() {
        wasAway.set(false);
        try {
            journal.lostMessages().sendAgain(AFTER_AN_OUTAGE);
        } catch (JournalException away) {
            wasAway.set(true);
            throw away;
        }
    }

    private void settle(JobId id, List<Job> due) {
        try {
            if (journal.take(id) instanceof Taken.Here taken) {
                if (inHand.taken(id)) {
                    due.add(taken.job());
                }
            } else if (journal.lostMessages().sendAgain(id)) {
                inHand.left(id);
            }
        } catch (UnreadableRowException damaged) {
            LOG.debug("{} is left to its node: {}", id, damaged.getMessage());
        }
        inDoubt.remove(id);
    }

    private void reclaim(JobId id, List<Job> due) {
        try {
            if (journal.reclaim(id) instanceof Taken.Here taken) {
                inHand.taken(id);
                overdue.add(id);
                due.add(taken.keepsFailing() ? failed.apply(taken.job()) : taken.job());
            }
        } catch (UnreadableRowException damaged) {
            LOG.debug("{} is left to its node: {}", id, damaged.getMessage());
        } catch (JournalException away) {
            dropped(id);
            throw away;
        }
    }
}
