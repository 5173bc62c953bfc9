package dev.shuttle.pipeline.job;

import dev.shuttle.pipeline.job.OpenIntent.Sender;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Which session has which job, in a journal of several nodes. */
final class HeldJobs {
    private static final String HOLDER = " FROM job j LEFT JOIN session s ON s.id = j.holder";

    private final JobRows rows;
    private final Session session;

    HeldJobs(JobRows rows, Session session) {
        this.rows = rows;
        this.session = session;
    }

    private record Row(long holder, boolean isSending) {}

    private record Holder(String node, boolean isThere, boolean isOver) {}

    /** In one transaction: of two that try at once, one gets it. */
    Taken take(Handle handle, JobId id) {
        // The row's lock first; the session is read after it, and so as it is then.
        Optional<Row> row = handle.createQuery("SELECT COALESCE(holder, 0) AS holder, unsettled IS NOT NULL AS sending"
                        + " FROM job WHERE id = :id FOR UPDATE")
                .bind("id", id.value())
                .map((columns, context) -> new Row(columns.getLong("holder"), columns.getBoolean("sending")))
                .findOne();
        if (row.isEmpty()) {
            return new Taken.Unknown();
        }
        Job job = JobRows.selected(handle, id).orElseThrow();
        if (job.isFinal()) {
            return new Taken.Ended(job);
        }
        if (row.get().holder() == session.id()) {
            return new Taken.Here(job);
        }
        // One that is silent may still send: its intent is settled first.
        boolean isSending = row.get().isSending();
        Optional<Holder> other =
                holder(handle, row.get().holder()).filter(held -> held.isThere() || (isSending && !held.isOver()));
        return other.isPresent()
                ? new Taken.Elsewhere(other.get().node())
                : new Taken.Here(rows.takenOver(handle, job));
    }

    /** Nobody's from now on. */
    void release(Handle handle, JobId id) {
        handle.createUpdate("UPDATE job SET holder = NULL WHERE id = :id AND holder = :me")
                .bind("id", id.value())
                .bind("me", session.id())
                .execute();
    }

    private Optional<Holder> holder(Handle handle, long id) {
        return handle.createQuery("SELECT s.node, s.over = 1 AS over, NOT " + Sessions.GONE
                        + " AS there FROM session s WHERE s.id = :id")
                .bind("id", id)
                .bind("me", session.id())
                .map((row, context) ->
                        new Holder(row.getString("node"), row.getBoolean("there"), row.getBoolean("over")))
                .findOne();
    }

    /** The names of open jobs, without those of other nodes that are there. */
    List<JobId> takeable(Handle handle) {
        return JobLists.ids(handle.createQuery("SELECT j.id" + HOLDER
                        + " WHERE (j.open = 1 OR j.open IS NULL OR j.open NOT IN (0, 1))"
                        + " AND (s.id IS NULL OR s.id = :me OR " + Sessions.GONE + ")")
                .bind("me", session.id()));
    }

    /** The names of open jobs that no node has which is there. */
    List<JobId> abandoned(Handle handle, int limit) {
        return JobLists.ids(handle.createQuery("SELECT j.id" + HOLDER + " WHERE j.open = 1 AND (s.id IS NULL OR "
                        + Sessions.GONE + ") AND COALESCE(s.id, 0) <> :me ORDER BY j.admitted_at, j.id LIMIT :limit")
                .bind("me", session.id())
                .bind("limit", limit));
    }

    /** Submits without an answer: this session's, and those of others to the same account. */
    List<OpenIntent> openIntents(Handle handle) {
        return handle
                .createQuery(
                        "SELECT " + columns() + ", s.id AS session, s.over, " + Sessions.LAPSED
                                + " AS lapsed, s.ahead - (SELECT me.ahead FROM session me WHERE me.id = :me) AS apart"
                                + HOLDER
                                + " WHERE j.state = 'SUBMITTING' AND (j.holder = :me OR j.unsettled = :account) ORDER BY j.admitted_at, j.id")
                .bind("me", session.id())
                .bind("account", session.node().account())
                .map((row, context) -> intent(row))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static String columns() {
        return "j." + JobDocument.COLUMNS.replace(", ", ", j.");
    }

    private Optional<OpenIntent> intent(ResultSet row) throws SQLException {
        Sender sender = sender(row);
        Duration apart = Duration.ofMillis(row.getLong("apart"));
        return JobDocument.readable(row).map(job -> new OpenIntent(job, sender, apart));
    }

    /** Who wrote a row without a session is not known, and left to its own start. */
    private Sender sender(ResultSet row) throws SQLException {
        long holder = row.getLong("session");
        if (row.wasNull()) {
            return Sender.ELSEWHERE;
        }
        if (holder == session.id()) {
            return Sender.HERE;
        }
        if (row.getInt("over") == 1) {
            return Sender.OVER;
        }
        return row.getBoolean("lapsed") ? Sender.SILENT : Sender.ELSEWHERE;
    }

    /** The node that has each of these jobs, or had it last. */
    static Map<JobId, String> nodes(Handle handle, Collection<JobId> ids) {
        Map<JobId, String> nodes = new HashMap<>();
        for (List<String> some : JobLists.parts(ids)) {
            handle.createQuery("SELECT j.id, s.node" + HOLDER + " WHERE j.id IN (<ids>) AND s.id IS NOT NULL")
                    .bindList("ids", some)
                    .map((row, context) -> Map.entry(new JobId(row.getString("id")), row.getString("node")))
                    .forEach(each -> nodes.put(each.getKey(), each.getValue()));
        }
        return nodes;
    }
}
