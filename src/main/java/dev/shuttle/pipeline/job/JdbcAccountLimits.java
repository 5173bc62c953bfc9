package dev.shuttle.pipeline.job;

import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The account's limits in the database: its row is locked by whoever counts. */
final class JdbcAccountLimits implements AccountLimits {
    /** The service forgets tasks after a day; what a node that never came back left open counts no longer. */
    private static final long FORGOTTEN_MS = Duration.ofHours(25).toMillis();

    private final JournalDatabase database;
    private final Session session;

    JdbcAccountLimits(JournalDatabase database, Session session) {
        this.database = database;
        this.session = session;
    }

    /** The account's row, there from the first start on. */
    static void enter(Handle handle, String account) {
        handle.createUpdate("INSERT INTO account (name, next_submit, next_poll, stopped_until)"
                        + " VALUES (:account, 0, 0, 0) ON CONFLICT (name) DO NOTHING")
                .bind("account", account)
                .execute();
    }

    /** Holds the account's row until the end of the transaction: returns which node stopped the account; empty where it goes. */
    static Optional<String> lock(Handle handle, String account) {
        return handle.createQuery("SELECT CASE WHEN stopped_until > " + Sessions.NOW
                        + " THEN stopped_by ELSE '' END AS node FROM account WHERE name = :account FOR UPDATE")
                .bind("account", account)
                .mapTo(String.class)
                .findOne()
                .filter(node -> !node.isEmpty());
    }

    static boolean isLaneFree(Handle handle, String account, JobId id) {
        return handle.createQuery("SELECT COUNT(*) FROM job WHERE unsettled = :account AND id <> :id")
                        .bind("account", account)
                        .bind("id", id.value())
                        .mapTo(Long.class)
                        .one()
                == 0;
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public boolean takePlace(JobId id, int most) {
        return database.transaction("take a place with the cloud for job " + id, handle -> {
            lock(handle, account());
            boolean free = taken(handle, id) < most;
            if (free) {
                // A job that ended meanwhile takes none, and waits no longer all the same.
                keep(handle, id);
            }
            return free;
        });
    }

    /** Places but the job's own: those of nodes that are there, and of others where the service may have a task. */
    private long taken(Handle handle, JobId id) {
        return handle.createQuery("SELECT COUNT(*) FROM job j LEFT JOIN session s ON s.id = j.holder"
                        + " WHERE j.account = :account AND j.open = 1 AND j.id <> :id AND (NOT " + Sessions.GONE
                        + " OR (j.state <> 'ADMITTED' AND j.updated_at > " + Sessions.NOW + " - :forgotten))")
                .bind("account", account())
                .bind("id", id.value())
                .bind("me", session.id())
                .bind("forgotten", FORGOTTEN_MS)
                .mapTo(Long.class)
                .one();
    }

    @Override
    public void keepPlace(JobId id) {
        database.transaction("keep the place with the cloud of job " + id, handle -> keep(handle, id));
    }

    private int keep(Handle handle, JobId id) {
        return handle.createUpdate("UPDATE job SET account = :account WHERE id = :id AND open = 1")
                .bind("account", account())
                .bind("id", id.value())
                .execute();
    }

    @Override
    public void leavePlace(JobId id) {
        free(id, " AND state = 'ADMITTED'");
    }

    @Override
    public void forgetPlace(JobId id) {
        free(id, "");
    }

    private void free(JobId id, String where) {
        database.transaction(
                "leave the place with the cloud of job " + id,
                handle -> handle.createUpdate("UPDATE job SET account = NULL WHERE id = :id AND account IS NOT NULL"
                                + " AND holder = :me" + where)
                        .bind("id", id.value())
                        .bind("me", session.id())
                        .execute());
    }

    @Override
    public boolean isLaneFree(JobId id) {
        return database.reading("look at the lane", handle -> isLaneFree(handle, account(), id));
    }

    /** A turn that is lost with the database's power only makes the next one early, so it need not reach the disk. */
    @Override
    public Optional<Duration> turn(Call call, double perSecond, Duration patience) {
        String next = call == Call.SUBMIT ? "next_submit" : "next_poll";
        return database.transaction("wait for a turn", handle -> {
            handle.execute("SET LOCAL synchronous_commit = off");
            return handle.createQuery("UPDATE account SET <next> = GREATEST(<next>, " + Sessions.NOW
                            + ") + :apart WHERE name = :account AND <next> - " + Sessions.NOW
                            + " <= :patience RETURNING <next> - :apart - " + Sessions.NOW)
                    .define("next", next)
                    .bind("apart", Math.max(1, Math.round(1000 / perSecond)))
                    .bind("account", account())
                    .bind("patience", patience.toMillis())
                    .mapTo(Long.class)
                    .findOne()
                    .map(wait -> Duration.ofMillis(Math.max(0, wait)));
        });
    }

    @Override
    public void stop(Duration time) {
        database.transaction(
                "stop the account",
                handle -> handle.createUpdate("UPDATE account SET stopped_until = GREATEST(stopped_until, "
                                + Sessions.NOW + " + :time), stopped_by = :node WHERE name = :account")
                        .bind("time", time.toMillis())
                        .bind("node", session.node().name())
                        .bind("account", account())
                        .execute());
    }

    @Override
    public void go() {
        database.transaction(
                "let the account go on",
                handle -> handle.createUpdate("UPDATE account SET stopped_until = 0 WHERE name = :account")
                        .bind("account", account())
                        .execute());
    }

    @Override
    public Optional<Duration> stopped() {
        return database.reading(
                "look at the account",
                handle -> handle.createQuery(
                                "SELECT stopped_until - " + Sessions.NOW + " FROM account WHERE name = :account")
                        .bind("account", account())
                        .mapTo(Long.class)
                        .findOne()
                        .filter(left -> left > 0)
                        .map(Duration::ofMillis));
    }

    private String account() {
        return session.node().account();
    }
}
