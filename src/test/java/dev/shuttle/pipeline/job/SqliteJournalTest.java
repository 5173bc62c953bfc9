package dev.shuttle.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    /** What may stand in a row after a bad disk, a bad restore or a newer program. */
    enum Damage {
        HALF_A_DOCUMENT("document = substr(document, 1, 20)"),
        NO_JSON("document = 'garbage'"),
        EMPTY("document = ''"),
        NULL_AS_JSON("document = 'null'"),
        BYTES("document = x'00ff17fe'"),
        A_LIST("document = '[]'"),
        UNKNOWN_STATE("document = replace(document, 'ADMITTED', 'ROUTED')"),
        UNKNOWN_STATE_IN_BOTH("state = 'ROUTED', document = replace(document, 'ADMITTED', 'ROUTED')"),
        WITHOUT_A_STATE("document = replace(document, '\"state\":{', '\"stat\":{')"),
        WITHOUT_A_SOURCE("document = replace(document, '\"source\":{', '\"sourc\":{')"),
        WITHOUT_A_NAME("document = replace(document, '\"name\":', '\"nam\":')"),
        ANOTHER_JOBS("document = replace(document, '\"id\":\"', '\"id\":\"260101-000000-aaaaaa\",\"was\":\"')"),
        STATE_OF_ANOTHER_MIND("state = 'DONE'"),
        OPEN_OF_ANOTHER_MIND("open = 7"),
        VERSION_OF_ANOTHER_MIND("version = 99"),
        VERSION_IS_TEXT("version = 'seven'");

        private final String change;

        Damage(String change) {
            this.change = change;
        }
    }

    private void damage(Job job, Damage damage) throws Exception {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE job SET " + damage.change + " WHERE id = '" + job.id() + "'");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedRowIsToldApartAndHidesNoOther(Damage damage) throws Exception {
        Job job = journal().admit(Jobs.admitted("peony.png"));
        Job other = journal().admit(Jobs.admitted("lotus.png"));
        damage(job, damage);

        assertThatThrownBy(() -> journal().find(job.id()))
                .asInstanceOf(type(UnreadableRowException.class))
                .satisfies(e -> assertThat(e.code()).isEqualTo("JOURNAL_ROW_UNREADABLE"))
                .satisfies(e -> assertThat(e).hasMessageContaining(job.id().value()));
        assertThat(journal().find(List.of(job.id(), other.id())))
                .isEqualTo(Map.of(job.id(), Optional.empty(), other.id(), Optional.of(other)));
        assertThat(journal().unfinished()).containsExactly(other);
        assertThat(journal().newest(9)).containsExactly(other);
        assertThat(journal().page(Set.of(), null, 9)).containsExactly(other);
        assertThat(journal().unfinishedIds()).containsExactlyInAnyOrder(job.id(), other.id());
    }

    @Test
    void aRowWithoutItsDocumentIsNoRowThatIsNotThere() throws Exception {
        Job job = journal().admit(Jobs.admitted("peony.png"));
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE other AS SELECT * FROM job");
            statement.execute("DROP TABLE job");
            statement.execute("ALTER TABLE other RENAME TO job");
            statement.execute("UPDATE job SET document = NULL, version = NULL, open = NULL");
        }

        assertThatThrownBy(() -> journal().find(job.id())).isInstanceOf(UnreadableRowException.class);
        assertThat(journal().unfinishedIds()).containsExactly(job.id());
    }

    @Test
    void whatCanStillBeReadOfADamagedRowIsKept() throws Exception {
        Job job = Jobs.inEveryOpenState().get(3);
        journal().admit(job);
        damage(job, Damage.VERSION_OF_ANOTHER_MIND);

        assertThatThrownBy(() -> journal().find(job.id()))
                .asInstanceOf(type(UnreadableRowException.class))
                .satisfies(e -> assertThat(e.remains().source()).isEqualTo(job.source()))
                .satisfies(e -> assertThat(e.remains().order()).isEqualTo(job.order()))
                .satisfies(e -> assertThat(e.remains().cloud()).isEqualTo(job.cloud()))
                .satisfies(e -> assertThat(e.remains().taskId()).isEqualTo("task-1"));
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedRowCanBeWrittenOver(Damage damage) throws Exception {
        Job job = journal().admit(Jobs.admitted("peony.png"));
        damage(job, damage);

        Job mended = journal().overwrite(List.of(job)).get(0);

        assertThat(mended.version()).isEqualTo(1);
        assertThat(journal().find(job.id())).contains(mended);
        assertThat(journal().record(mended.in(new JobState.Submitting(Jobs.NOON, "wanx2.1-imageedit"))))
                .isEqualTo(journal().find(job.id()).orElseThrow());
    }

    /** What a bad disk leaves of the file. */
    enum Ruin {
        NO_DATABASE {
            @Override
            byte[] of(byte[] file) {
                return "this is no database, and never was; it is a text of more than a hundred bytes, which SQLite reads first"
                        .getBytes(StandardCharsets.US_ASCII);
            }
        },
        BAD_HEADER {
            @Override
            byte[] of(byte[] file) {
                Arrays.fill(file, 0, 100, (byte) 0x5a);
                return file;
            }
        },
        TRUNCATED {
            @Override
            byte[] of(byte[] file) {
                return Arrays.copyOf(file, file.length / 2);
            }
        },
        GARBAGE_PAGES {
            @Override
            byte[] of(byte[] file) {
                new Random(3).nextBytes(file);
                System.arraycopy(Objects.requireNonNull(head), 0, file, 0, head.length);
                return file;
            }
        };

        /** The first page, which stays. */
        private static byte[] head = new byte[0];

        abstract byte[] of(byte[] file);
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatIsNoWholeDatabaseIsRefusedWithWhatToDo(Ruin ruin) throws Exception {
        for (int i = 0; i < 50; i++) {
            journal().admit(Jobs.admitted("peony " + i + ".png"));
        }
        journal().close();
        Path file = folder.resolve("journal.db");
        byte[] whole = Files.readAllBytes(file);
        Ruin.head = Arrays.copyOf(whole, 4096);
        byte[] ruined = ruin.of(whole);
        Files.write(file, ruined);

        assertThatThrownBy(this::open)
                .asInstanceOf(type(JournalException.class))
                .satisfies(e -> assertThat(e.code()).isEqualTo("JOURNAL_DAMAGED"))
                .satisfies(e -> assertThat(e).hasMessageContaining("journal.db"))
                .satisfies(e -> assertThat(e.hint()).contains("copy", "-wal", "shuttle.work"));
        assertThat(file).hasBinaryContent(ruined);
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
