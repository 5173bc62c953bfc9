package dev.shuttle.pipeline.job;

import dev.shuttle.pipeline.job.OpenIntent.Sender;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Which session has which job, in a journal of several nodes. */
final class HeldJobs {
    private static final String HOLDER = " FROM job j LEFT JOIN session s ON s.id = j.holder";

    /** Not on its way to whoever receives it either. */
    private static final String NOBODY = "(s.id IS NULL AND j.due IS NULL)";

    private final JobRows rows;
    private final Session session;

    HeldJobs(JobRows rows, Session session) {
        this.rows = rows;
        this.session = session;
    }

    /** Clocks of nodes and broker may differ by so much before a message in time looks like one that is early. */
    private static final long EARLY_MS = 2_000;

    /**
     * @param due in how many ms its message is to be there; null where it was not handed on
     * @param isToSend whether it is to be sent by now
     * @param isReached whether this node can have the files of one that was handed on
     */
    private record Row(
            long holder, boolean isSending, @Nullable Long due, boolean isToSend, int tries, boolean isReached) {
        boolean isHandedOn() {
            return holder == 0 && due != null;
        }
    }

    private record Holder(String node, boolean isThere, boolean isOver) {}

    /** In one transaction: of two that try at once, one gets it. */
    Taken take(Handle handle, JobId id) {
        return taken(handle, id, (row, job) -> row.isHandedOn() ? new Taken.Stray() : heldBefore(handle, row, job));
    }

    /** Where it is with this session, somebody here is at it, and hands it on himself. */
    Taken receive(Handle handle, JobId id) {
        return taken(handle, id, (row, job) -> {
            boolean isEarly = row.due() != null && row.due() > EARLY_MS;
            if (row.holder() == session.id() || (row.isHandedOn() && isEarly)) {
                return new Taken.Stray();
            }
            return row.isHandedOn() ? received(handle, row, job) : heldBefore(handle, row, job);
        });
    }

    Taken reclaim(Handle handle, JobId id) {
        return taken(
                handle,
                id,
                (row, job) -> row.isHandedOn() && row.isToSend() ? received(handle, row, job) : new Taken.Stray());
    }

    Taken recall(Handle handle, JobId id) {
        return taken(handle, id, (row, job) -> row.isHandedOn() ? received(handle, row, job) : new Taken.Stray());
    }

    /** Where the files are another node's, that one is sent the id at once, and finds that it has failed often enough. */
    Taken receiveDead(Handle handle, JobId id) {
        return taken(handle, id, (row, job) -> {
            if (!row.isHandedOn() || row.isReached()) {
                return row.holder() == session.id() ? new Taken.Stray() : receive(handle, id);
            }
            handle.createUpdate("UPDATE job SET tries = :tries, send_at = " + Sessions.NOW + " WHERE id = :id")
                    .bind("tries", Taken.MOST_TRIES + 1)
                    .bind("id", id.value())
                    .execute();
            return new Taken.Stray();
        });
    }

    /** One whose files are out of reach is its node's. */
    private Taken received(Handle handle, Row row, Job job) {
        if (!row.isReached()) {
            return new Taken.Stray();
        }
        rows.received(handle, job.id());
        return new Taken.Here(job, row.tries());
    }

    private Taken taken(Handle handle, JobId id, BiFunction<Row, Job, Taken> decide) {
        // The row's lock first; the session is read after it, and so as it is then.
        Optional<Row> row = handle.createQuery("SELECT COALESCE(holder, 0) AS holder, unsettled IS NOT NULL AS sending,"
                        + " due - " + Sessions.NOW + " AS due, COALESCE(send_at <= " + Sessions.NOW
                        + ", FALSE) AS to_send, COALESCE(tries, 0) AS tries, (home IS NULL OR home = :home) AS reached"
                        + " FROM job WHERE id = :id FOR UPDATE")
                .bind("id", id.value())
                .bind("home", session.node().home())
                .map((columns, context) -> row(columns))
                .findOne();
        if (row.isEmpty()) {
            return new Taken.Unknown();
        }
        Job job = JobRows.selected(handle, id).orElseThrow();
        return job.isFinal() ? new Taken.Ended(job) : decide.apply(row.get(), job);
    }

    private static Row row(ResultSet columns) throws SQLException {
        long due = columns.getLong("due");
        boolean isHandedOn = !columns.wasNull();
        return new Row(
                columns.getLong("holder"),
                columns.getBoolean("sending"),
                isHandedOn ? due : null,
                columns.getBoolean("to_send"),
                columns.getInt("tries"),
                columns.getBoolean("reached"));
    }

    private Taken heldBefore(Handle handle, Row row, Job job) {
        if (row.holder() == session.id()) {
            return new Taken.Here(job, row.tries());
        }
        // One that is silent may still send: its intent is settled first.
        boolean isSending = row.isSending();
        Optional<Holder> other =
                holder(handle, row.holder()).filter(held -> held.isThere() || (isSending && !held.isOver()));
        return other.isPresent()
                ? new Taken.Elsewhere(other.get().node())
                : new Taken.Here(rows.takenOver(handle, job), row.tries() + 1);
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
                        + " AND (" + NOBODY + " OR s.id = :me OR " + Sessions.GONE + ")")
                .bind("me", session.id()));
    }

    /** The names of open jobs that no node has which is there. */
    List<JobId> abandoned(Handle handle, int limit) {
        return JobLists.ids(handle.createQuery("SELECT j.id" + HOLDER + " WHERE j.open = 1 AND (" + NOBODY + " OR "
                        + Sessions.GONE + ") AND COALESCE(s.id, 0) <> :me ORDER BY j.admitted_at, j.id LIMIT :limit")
                .bind("me", session.id())
                .bind("limit", limit));
    }

    /** The names of jobs whose message is to be sent, or did not come, and whose files this node can have. */
    List<JobId> unsent(Handle handle, int limit) {
        return JobLists.ids(handle.createQuery("SELECT id FROM job WHERE open = 1 AND holder IS NULL AND send_at <= "
                        + Sessions.NOW + " AND (home IS NULL OR home = :home) ORDER BY send_at, id LIMIT :limit")
                .bind("home", session.node().home())
                .bind("limit", limit));
    }

    /** Submits without an answer: this session's, and those of others to the same account. */
    List<OpenIntent> openIntents(Handle handle) {
        return handle
                .createQuery(
                        "SELECT " + columns() + ", s.id AS session, s.over, " + Sessions.LAPSED
                                + " AS lapsed, j.holder IS NOT NULL AS in_hand, s.ahead - (SELECT me.ahead FROM session me WHERE me.id = :me) AS apart"
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

    /** Who handed it on, or left it to others, is done with it. */
    private Sender sender(ResultSet row) throws SQLException {
        long holder = row.getLong("session");
        if (row.wasNull()) {
            // A session that is not known may be anywhere.
            return row.getBoolean("in_hand") ? Sender.SILENT : Sender.OVER;
        }
        if (holder == session.id()) {
            return Sender.HERE;
        }
        if (row.getInt("over") == 1) {
            return Sender.OVER;
        }
        return row.getBoolean("lapsed") ? Sender.SILENT : Sender.ELSEWHERE;
    }

    /** This node is who works in its folder, whatever it was called before. */
    Set<JobId> others(Handle handle, Collection<JobId> ids) {
        Set<JobId> others = new HashSet<>();
        for (List<String> some : JobLists.parts(ids)) {
            others.addAll(JobLists.ids(handle.createQuery(
                            "SELECT j.id" + HOLDER
                                    + " WHERE j.id IN (<ids>) AND (s.home <> :home OR (j.holder IS NULL AND j.due IS NOT NULL))")
                    .bindList("ids", some)
                    .bind("home", session.node().home())));
        }
        return others;
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
