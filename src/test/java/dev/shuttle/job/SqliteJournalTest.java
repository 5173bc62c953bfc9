package dev.shuttle.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteJournalTest extends DurableJournalContract {
    @TempDir
    private Path folder = Path.of("");

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("journal.db");
    }

    @Override
    JdbcJournal open() {
        return JdbcJournal.open(url(), null, null);
    }

    private String pragma(String name) {
        return ((JdbcJournal) journal())
                .jdbi()
                .withHandle(handle ->
                        handle.createQuery("PRAGMA " + name).mapTo(String.class).one());
    }

    @Test
    void aCommitIsForcedToTheDiskBeforeItReturns() {
        assertThat(pragma("journal_mode")).isEqualToIgnoringCase("wal");
        assertThat(pragma("synchronous")).as("2 is FULL").isEqualTo("2");
    }

    @Test
    void aProgramThatWritesIsWaitedFor() {
        assertThat(pragma("busy_timeout")).isEqualTo("10000");
    }

    @Test
    void aFolderWithBlanksAndUnicodeWillDo() throws Exception {
        Path odd = Files.createDirectories(folder.resolve("织 机 #1?"));

        try (Journal journal = JdbcJournal.open("jdbc:sqlite:" + odd.resolve("journal.db"), null, null)) {
            Job job = journal.admit(Jobs.admitted("peony.png"));

            assertThat(journal.find(job.id())).contains(job);
        }
        assertThat(odd.resolve("journal.db")).exists();
    }

    @Test
    void aDamagedEntryIsToldWithAHint() throws Exception {
        Job job = journal().admit(Jobs.admitted("peony.png"));
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE job SET document = '{\"id\":'");
        }

        assertThatThrownBy(() -> journal().find(job.id()))
                .asInstanceOf(type(JournalException.class))
                .satisfies(e -> assertThat(e.code()).isEqualTo("JOURNAL_UNAVAILABLE"))
                .satisfies(e -> assertThat(e.hint()).contains("shuttle.journal.url"));
    }

    @Test
    void aStatementThatFailsIsToldWithoutTheJobsContents() throws Exception {
        Job job = Jobs.inEveryOpenState().get(5);
        journal().admit(job);
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE transition");
        }

        assertThatThrownBy(() -> journal().record(job))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("could not record job " + job.id())
                .hasStackTraceContaining("transition")
                .satisfies(e -> assertThat(org.assertj.core.util.Throwables.getStackTrace(e))
                        .doesNotContain("Signature"));
        assertThat(journal().find(job.id())).contains(job);
    }

    @Test
    void anEntryOfALaterVersionWithKeysOfItsOwnIsRead() throws Exception {
        Job job = journal().admit(Jobs.admitted("peony.png"));
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE job SET document = replace(document, '{\"id\"', '{\"loom\":\"TC2\",\"id\"')");
        }

        assertThat(journal().find(job.id())).contains(job);
    }

    @Test
    void everyStateStandsInItsColumnForWhoeverLooksBySql() throws Exception {
        Job job = journal().admit(Jobs.admitted("peony.png"));
        journal().record(job.in(new JobState.Submitting(Jobs.NOON, "wanx2.1-imageedit")));

        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT state, open, version FROM job")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString("state")).isEqualTo("SUBMITTING");
            assertThat(row.getInt("open")).isEqualTo(1);
            assertThat(row.getInt("version")).isEqualTo(1);
        }
    }

    @Test
    void aCopyThatIsMadeWhileItRunsHasAllThatWasCommitted() throws Exception {
        Job job = journal().admit(Jobs.admitted("peony.png"));
        Path copy = folder.resolve("copy.db");
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM INTO '" + copy + "'");
        }

        try (Journal restored = JdbcJournal.open("jdbc:sqlite:" + copy, null, null)) {
            assertThat(restored.unfinished()).containsExactly(job);
        }
    }

    @Test
    void aJournalOfANewerVersionIsRefusedAndLeftAsItIs() throws Exception {
        Job job = journal().admit(Jobs.admitted("peony.png"));
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO shuttle_schema (installed_rank, version, description, type, script, checksum,"
                            + " installed_by, execution_time, success) VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1, '',"
                            + " 1, 1)");
        }

        assertThatThrownBy(this::open)
                .asInstanceOf(type(JournalException.class))
                .satisfies(e -> assertThat(e.code()).isEqualTo("JOURNAL_TOO_NEW"))
                .satisfies(e -> assertThat(e).hasMessageContaining("99"))
                .satisfies(e -> assertThat(e.hint()).contains("copy"));
        assertThat(journal().find(job.id())).contains(job);
    }
}
