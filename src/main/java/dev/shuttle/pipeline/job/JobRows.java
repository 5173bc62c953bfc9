package dev.shuttle.pipeline.job;

import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.JobState.BeforeTheEngine;
import dev.shuttle.pipeline.job.JobState.Submitting;
import dev.shuttle.provider.Providers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How jobs are written as rows, in a journal of one program's or, with a session, of several. */
final class JobRows {
    private static final String SELECT = "SELECT " + JobDocument.COLUMNS + " FROM job WHERE id = :id";
    private static final String VALUES = "state = :state, open = :open, task_id = :taskId, updated_at = :updatedAt,"
            + " version = :version, document = :document";
    /** A place with the account goes with the commit that takes the job out of the cloud, the lane with the one that settles the intent. */
    private static final String CLOUD = ", account = CASE WHEN :atTheCloud = 1 THEN account END,"
            + " unsettled = CASE WHEN :isUnsettled = 1 THEN unsettled END";

    private final boolean shared;
    private final @Nullable Session session;

    JobRows(boolean shared, @Nullable Session session) {
        this.shared = shared;
        this.session = session;
    }

    /** A new row, at the version after all there were; what is there already stays. */
    Job entered(Handle handle, Job job) {
        return insert(handle, job.atVersion(nextVersion(handle, job)));
    }

    private Job insert(Handle handle, Job job) {
        int rows = handle.createUpdate("INSERT INTO job (id, state, open, task_id, admitted_at, updated_at,"
                        + " cancel_requested, version, arrival, document" + (shared ? ", holder" : "")
                        + ") VALUES (:id, :state, :open, :taskId, :admittedAt, :updatedAt, 0, :version, :arrival,"
                        + " :document" + (shared ? ", :holder" : "") + ") ON CONFLICT (id) DO NOTHING")
                .bind("admittedAt", job.admittedAt().toEpochMilli())
                .bindMap(columns(job))
                .execute();
        return rows == 0 ? selected(handle, job.id()).orElseThrow() : noted(handle, job);
    }

    /** @throws RefusedWriteException where it is not at its version any more, or another session's */
    Job recorded(Handle handle, Job job) {
        return updated(handle, job, shared ? CLOUD : "", own());
    }

    /**
     * What became of a picture that was sent, whoever has the job.
     *
     * @throws RefusedWriteException where it is not at its version any more
     */
    Job settled(Handle handle, Job job) {
        return updated(handle, job, shared ? CLOUD : "", "");
    }

    /**
     * The intent to send it, in the account's lane. Nodes share DashScope's account alone: jobs for others have no place with it, and do not
     * mind that it is stopped.
     *
     * @throws RefusedWriteException where that is taken, the account is stopped, or the job is not at its version any more
     */
    Job intended(Handle handle, Job job, String account) {
        boolean isShared = isOfTheAccount(job);
        JdbcAccountLimits.lock(handle, account).filter(node -> isShared).ifPresent(node -> {
            throw RefusedWriteException.stopped(job.id(), node);
        });
        if (!JdbcAccountLimits.isLaneFree(handle, account, job.id())) {
            throw RefusedWriteException.laneTaken(job.id());
        }
        String place = isShared ? ", account = :toAccount" : ", account = NULL";
        return updated(handle, job, place + ", unsettled = :toAccount", own());
    }

    private static boolean isOfTheAccount(Job job) {
        return !(job.state() instanceof Submitting to)
                || Providers.nameOf(to.model()).equals(Providers.USUAL);
    }

    /** This session's from now on, for whoever had it is gone. */
    Job takenOver(Handle handle, Job job) {
        return updated(
                handle, job, ", holder = :holder, due = NULL, send_at = NULL, tries = COALESCE(tries, 0) + 1", "");
    }

    /** Nobody's from now on. */
    Job handedOn(Handle handle, Job job, Duration due, Duration again) {
        if (job.isFinal()) {
            throw new IllegalArgumentException("job " + job.id() + " has ended and is nobody's to go on with");
        }
        int rows = handle.createUpdate(
                        "UPDATE job SET " + VALUES + CLOUD + ", holder = NULL, home = :home, tries = 0, due = "
                                + Sessions.NOW + " + :due, send_at = " + Sessions.NOW
                                + " + :again WHERE id = :id AND version = :version" + own())
                .bind("due", due.toMillis())
                .bind("again", again.toMillis())
                .bindMap(columns(job))
                .execute();
        if (rows != 1) {
            throw RefusedWriteException.late(job.id(), job.version());
        }
        return job;
    }

    /** This session's from now on, as whoever had it handed it on. */
    void received(Handle handle, JobId id) {
        handle.createUpdate("UPDATE job SET holder = :holder, due = NULL, send_at = NULL WHERE id = :id")
                .bind("holder", session == null ? null : session.id())
                .bind("id", id.value())
                .execute();
    }

    /** A version that was read again says nothing of who may write. */
    private String own() {
        return session == null ? "" : " AND (holder IS NULL OR holder = :holder)";
    }

    private Job updated(Handle handle, Job job, String more, String where) {
        Job next = job.committed();
        int rows = handle.createUpdate(
                        "UPDATE job SET " + VALUES + more + " WHERE id = :id AND version = :before" + where)
                .bind("before", job.version())
                .bindMap(columns(next))
                .execute();
        if (rows != 1) {
            throw RefusedWriteException.late(job.id(), job.version());
        }
        return noted(handle, next);
    }

    /** Whatever is there. */
    Job overwritten(Handle handle, Job job) {
        Job next = job.atVersion(nextVersion(handle, job));
        int rows = handle.createUpdate(
                        "UPDATE job SET " + VALUES + (shared ? CLOUD + ", holder = :holder" : "") + " WHERE id = :id")
                .bindMap(columns(next))
                .execute();
        return rows == 0 ? insert(handle, next) : noted(handle, next);
    }

    private static int nextVersion(Handle handle, Job job) {
        return handle.createQuery("SELECT MAX(version) FROM transition WHERE job_id = :id")
                .bind("id", job.id().value())
                .mapTo(Integer.class)
                .findOne()
                .map(last -> last + 1)
                .orElse(job.version());
    }

    static Optional<Job> selected(Handle handle, JobId id) {
        return handle.createQuery(SELECT)
                .bind("id", id.value())
                .map((row, context) -> JobDocument.read(row))
                .findOne();
    }

    private Job noted(Handle handle, Job job) {
        handle.createUpdate("INSERT INTO transition (job_id, version, state, task_id, at" + (shared ? ", node" : "")
                        + ") VALUES (:id, :version, :state, :taskId, :updatedAt" + (shared ? ", :node" : "") + ")")
                .bindMap(columns(job))
                .execute();
        return job;
    }

    private Map<String, @Nullable Object> columns(Job job) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("id", job.id().value());
        columns.put("state", job.state().name());
        columns.put("open", job.isFinal() ? 0 : 1);
        columns.put("taskId", job.cloud() == null ? null : job.cloud().taskId());
        columns.put("updatedAt", job.state().since().toEpochMilli());
        columns.put("version", job.version());
        columns.put("arrival", job.source().arrival());
        columns.put("document", JobDocument.write(job));
        if (shared) {
            columns.put("holder", session == null ? null : session.id());
            columns.put("node", session == null ? null : session.node().name());
            columns.put(
                    "home",
                    session == null || session.node().isReached()
                            ? null
                            : session.node().home());
            columns.put("toAccount", session == null ? null : session.node().account());
            columns.put("atTheCloud", isAtTheCloud(job) ? 1 : 0);
            columns.put("isUnsettled", isUnsettled(job) ? 1 : 0);
        }
        return columns;
    }

    /** Whether it keeps a place that it has. */
    private static boolean isAtTheCloud(Job job) {
        boolean held = job.state() instanceof Admitted admitted && admitted.heldBy() != null;
        return job.state() instanceof BeforeTheEngine && !held;
    }

    /** Whether it keeps the lane that it has. */
    private static boolean isUnsettled(Job job) {
        return job.state() instanceof Submitting
                && (job.intent() == null || job.intent().givenUp() == null);
    }
}
