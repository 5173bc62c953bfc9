package dev.shuttle.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against a real server; without one on this machine (Debian: {@code apt-get install postgresql}) it is skipped. */
final class PostgresJournalTest extends DurableJournalContract {
    private static @Nullable PostgresCluster cluster;

    private @Nullable String url;

    @BeforeAll
    static void startServer() throws IOException {
        Optional<Path> binaries = PostgresCluster.binaries();
        assumeTrue(
                binaries.isPresent(), "no PostgreSQL here: initdb is neither in /usr/lib/postgresql nor in the PATH");
        cluster = PostgresCluster.start(binaries.orElseThrow());
    }

    @AfterAll
    static void stopServer() throws IOException {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Override
    Journal open() {
        return JdbcJournal.open(url(), running().user(), null);
    }

    private String url() {
        try {
            if (url == null) {
                url = running().newDatabase();
            }
            return url;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static PostgresCluster running() {
        return Objects.requireNonNull(cluster, "cluster");
    }

    @Test
    void aCommitIsForcedToTheDiskBeforeItReturns() throws Exception {
        try (Connection connection =
                        DriverManager.getConnection(url(), running().user(), null);
                Statement statement = connection.createStatement()) {
            for (String setting : new String[] {"fsync", "synchronous_commit"}) {
                try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
                    assertThat(row.next()).isTrue();
                    assertThat(row.getString(1)).as(setting).isEqualTo("on");
                }
            }
        }
    }
}
