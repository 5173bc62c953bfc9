package dev.shuttle.pipeline.job;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jspecify.annotations.Nullable;

/**
 * The journal in a relational database: SQLite in a file, or PostgreSQL.
 *
 * <p>A job is one row: what is searched for stands in columns, the whole record beside it as JSON. Times are milliseconds
 * since 1970, booleans are numbers: the subset that both databases share.
 */
public final class JdbcJournal implements Journal {
    private static final String SELECT = "SELECT " + JobDocument.COLUMNS + " FROM job";
    /** Names in one question; PostgreSQL and SQLite bear thousands. */
    private static final int NAMES = 500;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final boolean shared;

    private JdbcJournal(HikariDataSource pool, boolean shared) {
        this.pool = pool;
        this.shared = shared;
        this.jdbi = Jdbi.create(pool);
        // A failed statement's arguments hold the whole job; messages go to the log.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
    }

    /**
     * Opens the journal and brings its tables up to date.
     *
     * @param url {@code jdbc:sqlite:…} or {@code jdbc:postgresql:…}
     */
    public static JdbcJournal open(String url, @Nullable String user, @Nullable Supplier<String> password) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("journal");
        config.setJdbcUrl(url);
        config.setInitializationFailTimeout(10_000);
        if (SqliteFile.isNamedBy(url)) {
            SqliteFile.restrict(url);
            // One connection: SQLite has one writer, and a second one would only wait for it.
            config.setMaximumPoolSize(1);
            config.addDataSourceProperty("journal_mode", "WAL");
            config.addDataSourceProperty("synchronous", "FULL");
            config.addDataSourceProperty("busy_timeout", "10000");
            // A transaction that begins by reading and then writes is not waited for but turned away.
            config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        } else {
            config.setMaximumPoolSize(8);
            config.setUsername(user);
            config.setPassword(password == null ? null : password.get());
        }
        HikariDataSource pool = null;
        try {
            pool = new HikariDataSource(config);
            return opened(pool, url);
        } catch (JournalException e) {
            if (pool != null) {
                pool.close();
            }
            throw e;
        } catch (FlywayException | JdbiException | PoolInitializationException e) {
            if (pool != null) {
                pool.close();
            }
            if (e instanceof FlywayValidateException && SqliteFile.isNamedBy(url)) {
                throw JournalException.damaged(url, "what it says of its own tables is not what any version wrote");
            }
            throw SqliteFile.isDamaged(e)
                    ? JournalException.damaged(url, SqliteFile.NO_DATABASE)
                    : JournalException.unavailable("the journal " + url + " cannot be opened", e);
        }
    }

    private static JdbcJournal opened(HikariDataSource pool, String url) {
        boolean file = SqliteFile.isNamedBy(url);
        if (file) {
            SqliteFile.check(pool, url);
        }
        Flyway flyway = flyway().dataSource(pool).load();
        refuseNewer(flyway);
        flyway.migrate();
        return new JdbcJournal(pool, !file);
    }

    static FluentConfiguration flyway() {
        return Flyway.configure().locations("classpath:journal").table("shuttle_schema");
    }

    /** Flyway itself would go on with tables that it does not know. */
    private static void refuseNewer(Flyway flyway) {
        for (MigrationInfo applied : flyway.info().applied()) {
            if (applied.getState() == MigrationState.FUTURE_SUCCESS) {
                throw JournalException.newer(String.valueOf(applied.getVersion()));
            }
        }
    }

    @Override
    public Job admit(Job job) {
        return transaction("enter job " + job.id(), handle -> entered(handle, job.atVersion(nextVersion(handle, job))));
    }

    @Override
    public List<Job> admitAll(List<Job> jobs) {
        return jobs.isEmpty()
                ? List.of()
                : transaction(
                        "enter " + jobs.size() + " jobs",
                        handle -> jobs.stream()
                                .map(job -> entered(handle, job.atVersion(nextVersion(handle, job))))
                                .toList());
    }

    private static Job entered(Handle handle, Job job) {
        int rows = handle.createUpdate(
                        "INSERT INTO job (id, state, open, task_id, admitted_at, updated_at, cancel_requested,"
                                + " version, arrival, document) VALUES (:id, :state, :open, :taskId, :admittedAt,"
                                + " :updatedAt, 0, :version, :arrival, :document) ON CONFLICT (id) DO NOTHING")
                .bind("admittedAt", job.admittedAt().toEpochMilli())
                .bindMap(columns(job))
                .execute();
        return rows == 0 ? select(handle, job.id()).orElseThrow() : noted(handle, job);
    }

    @Override
    public Job record(Job job) {
        return transaction("record job " + job.id(), handle -> {
            Job next = job.committed();
            int rows = handle.createUpdate("UPDATE job SET state = :state, open = :open, task_id = :taskId,"
                            + " updated_at = :updatedAt, version = :version, document = :document"
                            + " WHERE id = :id AND version = :before")
                    .bind("before", job.version())
                    .bindMap(columns(next))
                    .execute();
            if (rows != 1) {
                throw JournalException.conflict(job.id(), job.version());
            }
            return noted(handle, next);
        });
    }

    @Override
    public List<Job> overwrite(List<Job> jobs) {
        return transaction(
                "record jobs as their folders have them",
                handle -> jobs.stream().map(job -> overwritten(handle, job)).toList());
    }

    private static Job overwritten(Handle handle, Job job) {
        Job next = job.atVersion(nextVersion(handle, job));
        int rows = handle.createUpdate("UPDATE job SET state = :state, open = :open, task_id = :taskId,"
                        + " updated_at = :updatedAt, version = :version, document = :document WHERE id = :id")
                .bindMap(columns(next))
                .execute();
        return rows == 0 ? entered(handle, next) : noted(handle, next);
    }

    private static int nextVersion(Handle handle, Job job) {
        return handle.createQuery("SELECT MAX(version) FROM transition WHERE job_id = :id")
                .bind("id", job.id().value())
                .mapTo(Integer.class)
                .findOne()
                .map(last -> last + 1)
                .orElse(job.version());
    }

    @Override
    public Optional<Job> find(JobId id) {
        return reading("find job " + id, handle -> select(handle, id));
    }

    @Override
    public List<Job> unfinished() {
        return reading(
                "list unfinished jobs",
                handle -> readable(handle.createQuery(SELECT + " WHERE open = 1 ORDER BY admitted_at, id")));
    }

    /** A damaged row may have anything there; only a clear 0 is final. */
    @Override
    public List<JobId> unfinishedIds() {
        return reading(
                "list unfinished jobs",
                handle -> handle.createQuery("SELECT id FROM job WHERE open = 1 UNION"
                                + " SELECT id FROM job WHERE open IS NULL OR open NOT IN (0, 1)")
                        .mapTo(String.class)
                        .filter(JobId::isOne)
                        .map(JobId::new)
                        .list());
    }

    @Override
    public boolean isShared() {
        return shared;
    }

    @Override
    public Map<JobId, Optional<Job>> find(Collection<JobId> ids) {
        List<String> names = ids.stream().map(JobId::value).toList();
        Map<JobId, Optional<Job>> found = new HashMap<>();
        for (int from = 0; from < names.size(); from += NAMES) {
            List<String> some = names.subList(from, Math.min(from + NAMES, names.size()));
            reading("find jobs", handle -> {
                handle.createQuery(SELECT + " WHERE id IN (<ids>)")
                        .bindList("ids", some)
                        .map((row, context) -> Map.entry(new JobId(row.getString("id")), JobDocument.readable(row)))
                        .forEach(each -> found.put(each.getKey(), each.getValue()));
                return found;
            });
        }
        return found;
    }

    @Override
    public List<Job> newest(int limit) {
        return reading("list jobs", handle -> newest(handle, limit));
    }

    static List<Job> newest(Handle handle, int limit) {
        return readable(handle.createQuery(SELECT + " ORDER BY admitted_at DESC, id DESC LIMIT :limit")
                .bind("limit", limit));
    }

    @Override
    public List<Job> page(Set<String> states, @Nullable JobId before, int limit) {
        String ofStates = states.isEmpty() ? "" : " AND state IN (<states>)";
        String older = before == null
                ? ""
                : " AND (admitted_at, id) < (SELECT b.admitted_at, b.id FROM job b WHERE b.id = :before)";
        return reading("list jobs", handle -> {
            Query query = handle.createQuery(
                    SELECT + " WHERE 1 = 1" + ofStates + older + " ORDER BY admitted_at DESC, id DESC LIMIT :limit");
            query.bind("limit", limit);
            if (!states.isEmpty()) {
                query.bindList("states", List.copyOf(states));
            }
            if (before != null) {
                query.bind("before", before.value());
            }
            return readable(query);
        });
    }

    @Override
    public Map<String, Long> counts() {
        return reading(
                "count jobs",
                handle -> handle.createQuery("SELECT state, COUNT(*) AS jobs FROM job GROUP BY state")
                        .setMapKeyColumn("state")
                        .setMapValueColumn("jobs")
                        .collectInto(new GenericType<Map<String, Long>>() {}));
    }

    @Override
    public List<Transition> history(JobId id) {
        return reading(
                "read the history of job " + id,
                handle -> handle.createQuery("SELECT state, at FROM transition WHERE job_id = :id ORDER BY version")
                        .bind("id", id.value())
                        .map((row, context) ->
                                new Transition(row.getString("state"), Instant.ofEpochMilli(row.getLong("at"))))
                        .list());
    }

    @Override
    public Set<String> taskIdsSince(Instant from) {
        return reading(
                "list task ids",
                handle -> new HashSet<>(
                        handle.createQuery("SELECT task_id FROM transition WHERE task_id IS NOT NULL AND at >= :from")
                                .bind("from", from.toEpochMilli())
                                .mapTo(String.class)
                                .list()));
    }

    @Override
    public List<Job> intendedBetween(Instant from, Instant to) {
        return reading(
                "list intents",
                handle -> readable(handle.createQuery(SELECT + " WHERE id IN (SELECT job_id FROM transition"
                                + " WHERE at >= :from AND at <= :to AND state = 'SUBMITTING') ORDER BY admitted_at, id")
                        .bind("from", from.toEpochMilli())
                        .bind("to", to.toEpochMilli())));
    }

    @Override
    public Optional<JobId> arrived(String identity) {
        return reading(
                "look for an arrival",
                handle -> handle.createQuery("SELECT id FROM job WHERE arrival = :arrival")
                        .bind("arrival", identity)
                        .mapTo(String.class)
                        .map(JobId::new)
                        .findFirst());
    }

    @Override
    public void requestCancel(JobId id) {
        transaction(
                "cancel job " + id,
                handle -> handle.createUpdate("UPDATE job SET cancel_requested = 1 WHERE id = :id AND open = 1")
                        .bind("id", id.value())
                        .execute());
    }

    @Override
    public boolean isCancelRequested(JobId id) {
        return reading(
                "look at job " + id,
                handle -> handle.createQuery("SELECT cancel_requested FROM job WHERE id = :id")
                                .bind("id", id.value())
                                .mapTo(Integer.class)
                                .findOne()
                                .orElse(0)
                        == 1);
    }

    @Override
    public Set<JobId> cancelRequested() {
        return reading(
                "list canceled jobs",
                handle -> handle.createQuery("SELECT id FROM job WHERE open = 1 AND cancel_requested = 1")
                        .mapTo(String.class)
                        .map(JobId::new)
                        .set());
    }

    @Override
    public void close() {
        pool.close();
    }

    /** The way to the database, as every call of this journal goes. */
    Jdbi jdbi() {
        return jdbi;
    }

    private static List<Job> readable(Query query) {
        return query.map((row, context) -> JobDocument.readable(row)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Job> select(Handle handle, JobId id) {
        return handle.createQuery(SELECT + " WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) -> JobDocument.read(row))
                .findOne();
    }

    private static Job noted(Handle handle, Job job) {
        handle.createUpdate("INSERT INTO transition (job_id, version, state, task_id, at)"
                        + " VALUES (:id, :version, :state, :taskId, :updatedAt)")
                .bindMap(columns(job))
                .execute();
        return job;
    }

    private static java.util.Map<String, @Nullable Object> columns(Job job) {
        java.util.Map<String, @Nullable Object> columns = new java.util.HashMap<>();
        columns.put("id", job.id().value());
        columns.put("state", job.state().name());
        columns.put("open", job.isFinal() ? 0 : 1);
        columns.put("taskId", job.cloud() == null ? null : job.cloud().taskId());
        columns.put("updatedAt", job.state().since().toEpochMilli());
        columns.put("version", job.version());
        columns.put("arrival", job.source().arrival());
        columns.put("document", JobDocument.write(job));
        return columns;
    }

    private <T> T transaction(String what, Function<Handle, T> work) {
        return reached(what, () -> jdbi.inTransaction(work::apply));
    }

    /** One statement that only reads needs no transaction, and waits for no writer. */
    private <T> T reading(String what, Function<Handle, T> work) {
        return reached(what, () -> jdbi.withHandle(work::apply));
    }

    private <T> T reached(String what, Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException e) {
            if (SqliteFile.isDamaged(e)) {
                throw JournalException.damaged(pool.getJdbcUrl(), "could not " + what);
            }
            throw JournalException.unavailable("could not " + what, e);
        }
    }
}
