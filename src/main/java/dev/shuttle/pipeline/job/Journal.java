package dev.shuttle.pipeline.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The jobs and their states on safe storage. Each call is one commit that has reached the disk when it returns.
 *
 * <p>Every method throws {@link JournalException} where the storage fails.
 */
public interface Journal extends AutoCloseable {
    /** Enters a new job. Entering the same job twice leaves the first entry. */
    Job admit(Job job);

    /** Enters many new jobs in one commit: all of them, or none where it fails. */
    default List<Job> admitAll(List<Job> jobs) {
        return jobs.stream().map(this::admit).toList();
    }

    /**
     * Commits a job's new state.
     *
     * @return the job with its next version
     * @throws RefusedWriteException with LATE where someone else committed this job meanwhile, or has taken it over
     */
    Job record(Job job);

    /**
     * Commits that a picture is about to be sent; without it nothing is. Where several nodes use one account, the commit takes the
     * account's lane, which the commit that settles the intent gives back.
     *
     * @return the job with its next version
     * @throws RefusedWriteException also where another picture of that account is being sent, or the account is stopped
     */
    default Job intend(Job job) {
        return record(job);
    }

    /**
     * Commits what became of a picture that was sent, also of a job that a node has which is not there.
     *
     * @return the job with its next version
     * @throws RefusedWriteException with LATE where someone else committed this job meanwhile
     */
    default Job settle(Job job) {
        return record(job);
    }

    /**
     * Commits these jobs, all in one, over whatever the journal has of them, even a row that cannot be read: for what a job's
     * folder knows better.
     *
     * @return the jobs with their next versions
     */
    List<Job> overwrite(List<Job> jobs);

    /**
     * The job of that name.
     *
     * @throws UnreadableRowException where its row is damaged, or of a kind this program does not know
     */
    Optional<Job> find(JobId id);

    /** Those of these jobs that the journal knows; a row that cannot be read is named, too, without its job. */
    Map<JobId, Optional<Job>> find(Collection<JobId> ids);

    /** The job that was made of a file of a server, identified by {@link Source#arrival}. */
    Optional<JobId> arrived(String identity);

    /** Jobs that are not final, oldest first; those whose rows cannot be read are left out, as in every list of jobs. */
    List<Job> unfinished();

    /** The names of jobs that are not final and not those of another node that is there; rows that cannot be read are among them. */
    List<JobId> unfinishedIds();

    /** Whether other programs with work folders of their own may have jobs in here. */
    boolean isShared();

    /**
     * Takes a job over, where no other node has it that is there, nor one that is silent and was just sending its picture. Who had it
     * before can write nothing more of it.
     *
     * @throws UnreadableRowException where its row is damaged, or of a kind this program does not know
     */
    default Taken take(JobId id) {
        Optional<Job> known = find(id);
        if (known.isEmpty()) {
            return new Taken.Unknown();
        }
        return known.get().isFinal() ? new Taken.Ended(known.get()) : new Taken.Here(known.get());
    }

    /** Leaves a job to whichever node takes it next; the last thing that this one does with it. */
    default void release(JobId id) {}

    /**
     * Hands a job on: nobody has it from now on, until its message is received. It is kept as it is, in the state that it has.
     *
     * @param due in how long its message is to be there
     * @param again in how long it is among {@link #unsent}, unless it is received before
     * @return the job, at the version it has
     * @throws RefusedWriteException with LATE where another node has it by now
     */
    default Job handOn(Job job, Duration due, Duration again) {
        return job;
    }

    /** Takes a job whose message came; a message that is not the job's next one is a stray. */
    default Taken receive(JobId id) {
        return take(id);
    }

    /** Jobs that were handed on, and whose messages are to be sent: for the first time, or because they did not come. */
    default List<JobId> unsent(int limit) {
        return List.of();
    }

    /** Takes one of those, unless somebody else was faster. */
    default Taken reclaim(JobId id) {
        return take(id);
    }

    /** What may be done for jobs whose messages do not arrive. */
    default LostMessages lostMessages() {
        return LostMessages.NONE;
    }

    /** Jobs that are not final, and that no node has which is there; oldest first. */
    default List<JobId> abandoned(int limit) {
        return List.of();
    }

    /** Jobs that were to be sent and have no answer, of all nodes; those are among them that were given up. */
    default List<OpenIntent> openIntents() {
        return page(Set.of("SUBMITTING"), null, Integer.MAX_VALUE).stream()
                .map(job -> new OpenIntent(job, OpenIntent.Sender.HERE, Duration.ZERO))
                .toList();
    }

    /** The names of the nodes that have these jobs or had them last; of none where one program has the journal. */
    default Map<JobId, String> nodes(Collection<JobId> ids) {
        return Map.of();
    }

    /** The nodes that are there, and those that fell silent with jobs; none where one program has the journal. */
    default List<KnownNode> knownNodes() {
        return List.of();
    }

    /** Those of these jobs that another node has or had last, or that are on their way to one: what is here of them may be old. */
    default Set<JobId> others(Collection<JobId> ids) {
        return Set.of();
    }

    /** The newest jobs, newest first. */
    List<Job> newest(int limit);

    /**
     * Jobs newest first.
     *
     * @param states names of the states that are wanted; empty: all
     * @param before only jobs older than this one; null: from the newest on. One that is not known has none before it
     */
    List<Job> page(Set<String> states, @Nullable JobId before, int limit);

    /** How many jobs are in each state; states without a job are not named. */
    Map<String, Long> counts();

    /** A job's states in order, with the time each was committed. */
    List<Transition> history(JobId id);

    /** Ids of all tasks known since then, so that a task found in the service's list is not taken for another job's. */
    Set<String> taskIdsSince(Instant from);

    /** Jobs, in whatever state, that were to be sent to the cloud between two instants, both included; each once, oldest first. */
    List<Job> intendedBetween(Instant from, Instant to);

    /** Asks for a job to be given up at its next step. */
    void requestCancel(JobId id);

    /** Whether someone asked for that. */
    boolean isCancelRequested(JobId id);

    /** The jobs that are not final and for which someone asked for that. */
    Set<JobId> cancelRequested();

    @Override
    void close();

    /**
     * One line of a job's history.
     *
     * @param node which node committed it; null where one program has the journal
     */
    record Transition(
            String state,
            Instant at,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String node) {
        /** In a journal of one program's. */
        public Transition(String state, Instant at) {
            this(state, at, null);
        }
    }
}
