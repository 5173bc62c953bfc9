package dev.shuttle.pipeline.job;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
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
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jspecify.annotations.Nullable;

/** The way to the journal's database: its connections, its tables brought up to date, and what its failures are called. */
final class JournalDatabase implements AutoCloseable {
    /** How long a program that ends waits for a database that is away. */
    private static final int LAST_WORD_MS = 2_000;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final boolean shared;

    private JournalDatabase(HikariDataSource pool, boolean shared) {
        this.pool = pool;
        this.shared = shared;
        this.jdbi = Jdbi.create(pool);
        // A failed statement's arguments hold the whole job; messages go to the log.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
    }

    /**
     * Opens it and brings its tables up to date.
     *
     * @throws JournalException where it cannot be reached or is damaged, or a newer program made its tables
     */
    static JournalDatabase open(String url, @Nullable String user, @Nullable Supplier<String> password) {
        HikariDataSource pool = null;
        try {
            pool = new HikariDataSource(config(url, user, password));
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

    private static HikariConfig config(String url, @Nullable String user, @Nullable Supplier<String> password) {
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
        return config;
    }

    private static JournalDatabase opened(HikariDataSource pool, String url) {
        boolean file = SqliteFile.isNamedBy(url);
        if (file) {
            SqliteFile.check(pool, url);
        }
        Flyway flyway = flyway(url).dataSource(pool).load();
        refuseNewer(flyway);
        flyway.migrate();
        return new JournalDatabase(pool, !file);
    }

    /** Tables for several nodes are where several nodes can be. */
    static FluentConfiguration flyway(String url) {
        FluentConfiguration flyway = Flyway.configure().table("shuttle_schema");
        return SqliteFile.isNamedBy(url)
                ? flyway.locations("classpath:journal")
                : flyway.locations("classpath:journal", "classpath:nodes");
    }

    /** Flyway itself would go on with tables that it does not know. */
    private static void refuseNewer(Flyway flyway) {
        for (MigrationInfo applied : flyway.info().applied()) {
            if (applied.getState() == MigrationState.FUTURE_SUCCESS) {
                throw JournalException.newer(String.valueOf(applied.getVersion()));
            }
        }
    }

    /** Whether it is a server's, which other programs may use, too. */
    boolean isShared() {
        return shared;
    }

    Jdbi jdbi() {
        return jdbi;
    }

    <T> T transaction(String what, Function<Handle, T> work) {
        return reached(what, () -> jdbi.inTransaction(work::apply));
    }

    /** One statement that only reads needs no transaction, and waits for no writer. */
    <T> T reading(String what, Function<Handle, T> work) {
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

    /** The same for the last word of a program that ends, which waits no longer than a moment. */
    void lastly(String what, Function<Handle, ?> work) {
        pool.setConnectionTimeout(LAST_WORD_MS);
        transaction(what, work);
    }

    @Override
    public void close() {
        pool.close();
    }
}
