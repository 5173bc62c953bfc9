package dev.shuttle.pipeline.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Which nodes are there, by the database's clock. */
final class Sessions {
    /** The database's time, in milliseconds since 1970. */
    static final String NOW = "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";

    /**
     * Whether the session {@code :me} may take the lease of {@code s} for run out. After the database was away, or this program stopped,
     * all leases have run out: so only who was itself there for a whole lease may.
     */
    static final String LAPSED = "(s.lease_until <= " + NOW + " AND EXISTS (SELECT 1 FROM session me WHERE me.id = :me"
            + " AND me.lease_until > " + NOW + " AND me.since + me.lease <= " + NOW + "))";

    /** Whether the jobs of {@code s} are anyone's. */
    static final String GONE = "(s.over = 1 OR " + LAPSED + ")";

    private Sessions() {}

    private record Former(long id, String home, boolean isThere) {}

    /**
     * Signs a node on. A session before in the same work folder is over, whatever the node was called: only one process has that.
     *
     * @param clock the node's own time
     * @throws JournalException where another node of that name is there
     */
    static Session begin(Handle handle, Node node, Instant clock) {
        // Two starts at once see each other.
        handle.execute("LOCK TABLE session IN SHARE ROW EXCLUSIVE MODE");
        for (Former former : formers(handle, node)) {
            if (former.home().equals(node.home())) {
                end(handle, former.id());
            } else if (former.isThere()) {
                throw JournalException.nameTaken(node.name());
            }
        }
        JdbcAccountLimits.enter(handle, node.account());
        long id = handle.createUpdate("INSERT INTO session (node, home, program, roles, started_at, lease,"
                        + " lease_until, since, ahead, over) VALUES (:name, :home, :program, :roles, " + NOW
                        + ", :lease, " + NOW
                        + " + :lease, " + NOW + ", :clock - " + NOW + ", 0)")
                .bindMap(Map.of("name", node.name(), "home", node.home(), "program", node.program()))
                .bind("roles", node.roles())
                .bind("lease", node.lease().toMillis())
                .bind("clock", clock.toEpochMilli())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        return new Session(id, node);
    }

    private static List<Former> formers(Handle handle, Node node) {
        return handle.createQuery("SELECT id, home, lease_until > " + NOW
                        + " AS there FROM session WHERE (node = :name OR home = :home) AND over = 0")
                .bind("name", node.name())
                .bind("home", node.home())
                .map((row, context) -> new Former(row.getLong("id"), row.getString("home"), row.getBoolean("there")))
                .list();
    }

    /** Renews the lease: returns false where a later session has the name, so that this one is done for. */
    static boolean beat(Handle handle, Session session, Instant clock) {
        return handle.createUpdate("UPDATE session SET since = CASE WHEN lease_until > " + NOW
                                + " THEN since ELSE " + NOW + " END, lease_until = " + NOW
                                + " + lease, ahead = :clock - " + NOW
                                + " WHERE id = :id AND over = 0 AND NOT EXISTS (SELECT 1 FROM session later"
                                + " WHERE (later.node = :name OR later.home = :home) AND later.id > :id)")
                        .bind("id", session.id())
                        .bind("name", session.node().name())
                        .bind("home", session.node().home())
                        .bind("clock", clock.toEpochMilli())
                        .execute()
                == 1;
    }

    /** The nodes that have not signed off: those that are there, and silent ones with jobs. */
    static List<KnownNode> known(Handle handle) {
        return handle
                .createQuery("SELECT s.node, s.program, COALESCE(s.roles, 'all') AS roles, s.lease_until > " + NOW
                        + " AS there, COALESCE(s.asked, 0) > 0 AS drains, COALESCE(s.drained, 0) = 1 AS drained, s.ahead,"
                        + " (SELECT COUNT(*) FROM job j WHERE j.holder = s.id AND j.open = 1) AS jobs"
                        + " FROM session s WHERE s.over = 0 ORDER BY s.node")
                .map((row, context) -> new KnownNode(
                        row.getString("node"),
                        row.getString("program"),
                        row.getString("roles"),
                        standing(row),
                        Duration.ofMillis(row.getLong("ahead")),
                        row.getInt("jobs")))
                .stream()
                .filter(node -> node.isThere() || node.jobs() > 0)
                .toList();
    }

    private static KnownNode.Standing standing(ResultSet row) throws SQLException {
        if (!row.getBoolean("there")) {
            return KnownNode.Standing.SILENT;
        }
        if (!row.getBoolean("drains")) {
            return KnownNode.Standing.THERE;
        }
        return row.getBoolean("drained") ? KnownNode.Standing.DRAINED : KnownNode.Standing.DRAINING;
    }

    /** Whether this session is the one that reads something: it was before, or who was is gone. */
    static boolean reads(Handle handle, Session session, String name) {
        boolean already = handle.createQuery(
                        "SELECT 1 FROM reader r JOIN session s ON s.id = r.session WHERE r.name = :name"
                                + " AND s.id = :me AND s.over = 0 AND s.lease_until > " + NOW)
                .bind("name", name)
                .bind("me", session.id())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
        return already
                || handle.createUpdate("INSERT INTO reader (name, session) VALUES (:name, :me) ON CONFLICT (name)"
                                        + " DO UPDATE SET session = :me WHERE NOT EXISTS (SELECT 1 FROM session s"
                                        + " WHERE s.id = reader.session AND s.id <> :me AND NOT " + GONE + ")")
                                .bind("name", name)
                                .bind("me", session.id())
                                .execute()
                        == 1;
    }

    /** It is certainly over. */
    static void end(Handle handle, long id) {
        handle.createUpdate("UPDATE session SET over = 1 WHERE id = :id")
                .bind("id", id)
                .execute();
    }
}
