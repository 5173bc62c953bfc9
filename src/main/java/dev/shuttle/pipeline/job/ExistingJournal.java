package dev.shuttle.pipeline.job;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** A journal as it lies there, to be read only: nothing is made, nothing brought up to date, no running program disturbed. */
public final class ExistingJournal implements AutoCloseable {
    /** A database that does not answer is reported after a short wait. */
    private static final int PATIENCE_MS = 5_000;

    private final HikariDataSource pool;
    private final @Nullable String version;
    private final boolean behind;
    private final boolean ahead;

    private ExistingJournal(HikariDataSource pool, MigrationInfoService tables) {
        this.pool = pool;
        MigrationInfo current = tables.current();
        this.version = current == null ? null : String.valueOf(current.getVersion());
        this.behind = tables.pending().length > 0;
        // Applied, and not among the migrations: a newer program did it.
        this.ahead = current != null && !current.getState().isResolved();
    }

    /**
     * Opens the journal; empty where there is none yet.
     *
     * @throws JournalException where it cannot be reached or read
     */
    public static Optional<ExistingJournal> open(
            String url, @Nullable String user, @Nullable Supplier<String> password) {
        if (SqliteFile.isNamedBy(url) && !Files.exists(SqliteFile.of(url))) {
            return Optional.empty();
        }
        HikariDataSource pool = null;
        try {
            pool = new HikariDataSource(config(url, user, password));
            return Optional.of(new ExistingJournal(
                    pool, JournalDatabase.flyway(url).dataSource(pool).load().info()));
        } catch (FlywayException | PoolInitializationException e) {
            if (pool != null) {
                pool.close();
            }
            throw SqliteFile.isDamaged(e)
                    ? JournalException.damaged(url, SqliteFile.NO_DATABASE)
                    : JournalException.unavailable("the journal " + url + " cannot be opened", e);
        }
    }

    private static HikariConfig config(String url, @Nullable String user, @Nullable Supplier<String> password) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("journal-look");
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(2);
        config.setConnectionTimeout(PATIENCE_MS);
        config.setInitializationFailTimeout(1);
        if (SqliteFile.isNamedBy(url)) {
            config.addDataSourceProperty("query_only", "true");
            config.addDataSourceProperty("busy_timeout", String.valueOf(PATIENCE_MS));
        } else {
            config.setReadOnly(true);
            config.setUsername(user);
            config.setPassword(password == null ? null : password.get());
        }
        return config;
    }

    /** The version of its tables; empty where it has none yet. */
    public Optional<String> version() {
        return Optional.ofNullable(version);
    }

    /** Whether the next start will bring its tables up to date. */
    public boolean isBehind() {
        return behind;
    }

    /** Whether a newer program made its tables. */
    public boolean isAhead() {
        return ahead;
    }

    /**
     * The newest jobs, newest first.
     *
     * @throws JournalException where they cannot be read
     */
    public List<Job> newest(int limit) {
        if (version == null) {
            return List.of();
        }
        try {
            return Jdbi.create(pool).withHandle(handle -> JobLists.newest(handle, limit));
        } catch (JdbiException e) {
            throw JournalException.unavailable("could not list jobs", e);
        }
    }

    /**
     * The nodes that are there, and those that fell silent with jobs; none where one program has the journal, or
     * its tables are those of a former version.
     *
     * @throws JournalException where they cannot be read
     */
    public List<KnownNode> nodes() {
        if (version == null || behind || pool.getJdbcUrl().startsWith("jdbc:sqlite:")) {
            return List.of();
        }
        try {
            return Jdbi.create(pool).withHandle(Sessions::known);
        } catch (JdbiException e) {
            throw JournalException.unavailable("could not list nodes", e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
