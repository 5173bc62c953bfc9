package dev.shuttle.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A rolling upgrade: a newer version's first node brings the tables forward while nodes of this version are at work. */
final class NewerTablesTest {
    private static @Nullable PostgresCluster cluster;

    @BeforeAll
    static void startServer() throws IOException {
        Optional<java.nio.file.Path> binaries = PostgresCluster.binaries();
        assumeTrue(binaries.isPresent(), "no PostgreSQL here");
        cluster = PostgresCluster.start(binaries.orElseThrow());
    }

    @AfterAll
    static void stopServer() throws IOException {
        if (cluster != null) {
            cluster.close();
        }
    }

    private static PostgresCluster running() {
        return Objects.requireNonNull(cluster, "cluster");
    }

    private static JdbcJournal start(String url, String name) {
        Node node = new Node(name, "home of " + name, "test", Duration.ofMinutes(1), "account");
        return JdbcJournal.open(url, running().user(), null, node, InstantSource.system());
    }

    /** What a migration may do by decision 18: tables and nullable columns that are new. */
    private static void bringForward(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, running().user(), null);
                Statement to = connection.createStatement()) {
            to.execute("ALTER TABLE job ADD COLUMN later VARCHAR(64)");
            to.execute("ALTER TABLE session ADD COLUMN later BIGINT");
            to.execute("ALTER TABLE transition ADD COLUMN later BIGINT");
            to.execute("CREATE TABLE later (id BIGINT)");
            to.execute("INSERT INTO shuttle_schema (installed_rank, version, description, type, script, checksum,"
                    + " installed_by, execution_time, success) SELECT MAX(installed_rank) + 1, '99', 'later', 'SQL',"
                    + " 'V99__later.sql', 1, 'shuttle', 1, true FROM shuttle_schema");
        }
    }

    @Test
    void aNodeThatRunsGoesOnAndAnotherOfItsVersionDoesNotStart() throws Exception {
        String url = running().newDatabase();
        try (JdbcJournal old = start(url, "old")) {
            Job before = old.admit(Jobs.admitted("a.png"));

            bringForward(url);

            Job after = old.admit(Jobs.admitted("b.png"));
            old.requestCancel(before.id());
            assertThat(old.beat()).isTrue();
            assertThat(old.record(after).version()).isEqualTo(after.version() + 1);
            assertThat(old.unfinished()).extracting(Job::id).containsExactlyInAnyOrder(before.id(), after.id());
            assertThat(old.nodes(old.unfinished().stream().map(Job::id).toList()))
                    .hasSize(2);
            assertThat(old.nodes().ask("old", Nodes.Asked.STOP)).isTrue();
            assertThat(old.nodes().asked()).isEqualTo(Nodes.Asked.STOP);
            assertThatThrownBy(() -> start(url, "second"))
                    .isInstanceOfSatisfying(
                            JournalException.class,
                            refused -> assertThat(refused.code()).isEqualTo("JOURNAL_TOO_NEW"));
        }
    }
}
