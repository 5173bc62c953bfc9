package dev.shuttle.pipeline.cloud;

import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.JobState.Open;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.JournalException;
import dev.shuttle.pipeline.job.Taken;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jobs that leave the cloud's queue without their turn: canceled, their patience is over, or the node takes nothing more. */
record QueueExits(QueueDeadlines turns, Fallbacks fallbacks, Journal journal, InstantSource clock, Set<JobId> inDoubt) {
    private static final Logger LOG = LoggerFactory.getLogger(QueueExits.class);
    private static final int MOST_AT_ONCE = 200;

    /** Whom their user gave up, wherever they are; nobody where the journal is away. */
    Set<JobId> canceled() {
        try {
            return journal.cancelRequested();
        } catch (JournalException away) {
            return Set.of();
        }
    }

    /** Those of the queue that are canceled, and whose turn did not come in time, each on its next way. */
    List<Job> leaving(Set<JobId> canceled) {
        return Stream.of(
                        canceled.stream().filter(turns::leave).flatMap(id -> left(id, this::canceled)),
                        turns.sentAway().stream().flatMap(id -> left(id, UnaryOperator.identity())),
                        turns.leaving().stream().flatMap(id -> left(id, fallbacks::busy)),
                        unheard().stream())
                .flatMap(jobs -> jobs)
                .toList();
    }

    /** Those in a broker's queue that no node took out in time: none with a key is there, or the nodes are too few. */
    private List<Job> unheard() {
        List<Job> gone = new ArrayList<>();
        try {
            for (JobId id : List.copyOf(inDoubt)) {
                // What was not taken back after all has its message still.
                leaves(journal.take(id), gone);
                inDoubt.remove(id);
            }
            Optional<Duration> due = turns.dueToLookBeyond();
            if (due.isPresent()) {
                for (JobId id : journal.lostMessages().unheard(due.get(), MOST_AT_ONCE)) {
                    inDoubt.add(id);
                    leaves(journal.lostMessages().recall(id), gone);
                    inDoubt.remove(id);
                }
            }
        } catch (JournalException away) {
            LOG.debug("the broker's queue cannot be looked through now", away);
        }
        return gone;
    }

    private void leaves(Taken taken, List<Job> gone) {
        if (taken instanceof Taken.Here here) {
            gone.add(fallbacks.busy(here.job()));
        }
    }

    private Job canceled(Job job) {
        return job.state() instanceof Open open ? job.in(open.failed(job.canceled(), clock.instant())) : job;
    }

    private Stream<Job> left(JobId id, UnaryOperator<Job> next) {
        Optional<Job> job = Optional.empty();
        try {
            job = journal.find(id);
            return job.map(next).stream();
        } catch (JournalException away) {
            // It stays in the queue; where its turn has just been passed over, it goes on as it is.
            return turns.staysAfterAll(id) ? Stream.empty() : job.stream();
        }
    }
}
