package dev.shuttle.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shuttle.rig.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that is looked at and not touched. */
class ExistingJournalTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path file;

    @SuppressWarnings("NullAway.Init")
    private String url;

    @BeforeEach
    void place() {
        file = folder.resolve("journal.db");
        url = "jdbc:sqlite:" + file;
    }

    @Test
    void whereThereIsNoneNoneIsMade() {
        assertThat(ExistingJournal.open(url, null, null)).isEmpty();

        assertThat(Folder.children(folder)).isEmpty();
    }

    @Test
    void itsJobsAreReadWhileAProgramHasItOpen() {
        try (JdbcJournal open = JdbcJournal.open(url, null, null);
                ExistingJournal look = ExistingJournal.open(url, null, null).orElseThrow()) {
            Job job = open.admit(Jobs.admitted("peony.png"));

            assertThat(look.newest(10)).containsExactly(job);
            assertThat(look.isBehind()).isFalse();
            assertThat(look.isAhead()).isFalse();
        }
    }

    @Test
    void itsTablesAreNotBroughtUpToDate() throws SQLException {
        JdbcJournal.open(url, null, null).close();
        execute("DELETE FROM shuttle_schema WHERE version = (SELECT MAX(version) FROM shuttle_schema)");

        for (int times = 0; times < 2; times++) {
            try (ExistingJournal look = ExistingJournal.open(url, null, null).orElseThrow()) {
                assertThat(look.isBehind()).isTrue();
            }
        }
    }

    @Test
    void theTablesOfANewerProgramAreTold() throws SQLException {
        JdbcJournal.open(url, null, null).close();
        execute("INSERT INTO shuttle_schema SELECT installed_rank + 1, '999', 'later', type, 'V999__later.sql',"
                + " checksum, installed_by, installed_on, execution_time, success FROM shuttle_schema"
                + " ORDER BY installed_rank DESC LIMIT 1");

        try (ExistingJournal look = ExistingJournal.open(url, null, null).orElseThrow()) {
            assertThat(look.isAhead()).isTrue();
            assertThat(look.version()).contains("999");
        }
    }

    @Test
    void whatIsNoDatabaseIsTold() throws IOException {
        Files.writeString(file, "a text, and a long one, that is no database at all".repeat(20));

        assertThatThrownBy(() -> ExistingJournal.open(url, null, null)).isInstanceOf(JournalException.class);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
