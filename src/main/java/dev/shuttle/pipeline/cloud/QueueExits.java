package dev.shuttle.pipeline.cloud;

import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.JobState.Open;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.JournalException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Jobs that leave the cloud's queue without their turn: canceled, or their patience is over. */
record QueueExits(QueueDeadlines turns, Fallbacks fallbacks, Journal journal, InstantSource clock) {
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
        return Stream.concat(
                        canceled.stream().filter(turns::leave).flatMap(id -> left(id, this::canceled)),
                        turns.leaving().stream().flatMap(id -> left(id, fallbacks::busy)))
                .toList();
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
