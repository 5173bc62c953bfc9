package dev.shuttle.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shuttle.report.outcome.Road;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal from one database to another. */
final class JournalMoveTest {
    @TempDir
    private Path folder = Path.of("");

    private String sqlite(String name) {
        return "jdbc:sqlite:" + folder.resolve(name);
    }

    private static List<Job> fill(Journal journal) {
        List<Job> jobs = new ArrayList<>();
        Stream.concat(Jobs.inEveryOpenState().stream(), Jobs.inEveryFinalState().stream())
                .forEach(job -> {
                    journal.admit(job.in(new JobState.Admitted(Jobs.NOON, null)));
                    jobs.add(journal.record(job));
                });
        for (int i = 0; i < 1200; i++) {
            jobs.add(journal.admit(Jobs.admitted("牡丹 " + i + " \"'\\.png")));
        }
        journal.requestCancel(jobs.get(2).id());
        return jobs;
    }

    private static void assertSame(Journal there, List<Job> jobs) {
        assertThat(there.find(jobs.stream().map(Job::id).toList()))
                .hasSize(jobs.size())
                .allSatisfy((id, job) -> assertThat(jobs).contains(job.orElseThrow()));
        assertThat(there.history(jobs.get(2).id())).hasSize(2);
        assertThat(there.isCancelRequested(jobs.get(2).id())).isTrue();
        assertThat(there.taskIdsSince(Jobs.NOON)).contains("task-1");
    }

    @Test
    void allOfItArrivesInPostgreSqlAndIsGoneOnWithThere() throws IOException {
        Optional<Path> binaries = PostgresCluster.binaries();
        assumeTrue(binaries.isPresent(), "no PostgreSQL here");
        try (PostgresCluster cluster = PostgresCluster.start(binaries.orElseThrow());
                JdbcJournal source = JdbcJournal.open(sqlite("journal.db"), null, null)) {
            List<Job> jobs = fill(source);
            String url = cluster.newDatabase();
            try (JdbcJournal target = JdbcJournal.open(url, cluster.user(), null)) {
                Map<String, Long> moved = JournalMove.move(source, target);

                assertThat(moved).containsEntry("job", (long) jobs.size());
                assertSame(target, jobs);
                assertSame(source, jobs);
                Job open = jobs.get(1);
                assertThat(target.record(open.in(new JobState.Admitted(Jobs.NOON, null)))
                                .version())
                        .isEqualTo(open.version() + 1);
                try (JdbcJournal back = JdbcJournal.open(sqlite("back.db"), null, null)) {
                    assertThat(JournalMove.move(target, back)).containsEntry("job", (long) jobs.size());
                }
            }
        }
    }

    @Test
    void jobsOfAnotherJournalStayInTheTarget() {
        try (JdbcJournal source = JdbcJournal.open(sqlite("journal.db"), null, null);
                JdbcJournal target = JdbcJournal.open(sqlite("other.db"), null, null)) {
            List<Job> jobs = fill(source);
            Job own = target.admit(Jobs.admitted("own.png"));

            JournalMove.move(source, target);

            assertThat(target.find(own.id())).contains(own);
            assertSame(target, jobs);
        }
    }

    @Test
    void doneAgainItBringsWhatIsNewAndLeavesWhatWentOn() {
        try (JdbcJournal source = JdbcJournal.open(sqlite("journal.db"), null, null);
                JdbcJournal target = JdbcJournal.open(sqlite("other.db"), null, null)) {
            Job late = source.admit(Jobs.admitted("late.png"));
            Job moved = source.admit(Jobs.admitted("moved.png"));
            JournalMove.move(source, target);
            Job gone = target.record(moved.in(new JobState.Converting(Jobs.NOON, Road.LOCAL, "NO_KEY")));
            Job later = source.record(late.in(new JobState.Converting(Jobs.NOON, Road.LOCAL, "TICKET")));
            Job more = source.admit(Jobs.admitted("new.png"));

            JournalMove.move(source, target);

            assertThat(target.unfinished()).containsExactlyInAnyOrder(gone, later, more);
        }
    }

    @Test
    void aJobThatWentOnInBothIsRefusedAndTheTargetLeftAsItIs() {
        try (JdbcJournal source = JdbcJournal.open(sqlite("journal.db"), null, null);
                JdbcJournal target = JdbcJournal.open(sqlite("other.db"), null, null)) {
            Job job = source.admit(Jobs.admitted("twice.png"));
            JournalMove.move(source, target);
            Job there = target.record(job.in(new JobState.Converting(Jobs.NOON, Road.LOCAL, "NO_KEY")));
            source.record(job.in(new JobState.Submitting(Jobs.NOON, "wanx2.1-imageedit")));
            source.admit(Jobs.admitted("new.png"));

            assertThatThrownBy(() -> JournalMove.move(source, target))
                    .asInstanceOf(type(JournalException.class))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("JOURNAL_NOT_MOVED"));
            assertThat(target.unfinished()).containsExactly(there);
        }
    }

    @Test
    void rowsThatCannotBeReadAreMovedAsTheyAre() throws Exception {
        try (JdbcJournal source = JdbcJournal.open(sqlite("journal.db"), null, null);
                JdbcJournal target = JdbcJournal.open(sqlite("other.db"), null, null)) {
            Job job = source.admit(Jobs.admitted("peony.png"));
            try (Connection connection = DriverManager.getConnection(sqlite("journal.db"));
                    Statement statement = connection.createStatement()) {
                statement.execute("UPDATE job SET document = 'garbage'");
            }

            JournalMove.move(source, target);

            assertThatThrownBy(() -> target.find(job.id())).isInstanceOf(UnreadableRowException.class);
        }
    }

    @Test
    void everyColumnOfEveryTableIsMoved() throws Exception {
        try (JdbcJournal journal = JdbcJournal.open(sqlite("journal.db"), null, null);
                Connection connection = DriverManager.getConnection(sqlite("journal.db"));
                Statement statement = connection.createStatement();
                ResultSet columns = statement.executeQuery(
                        "SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table'"
                                + " AND t.name NOT LIKE 'sqlite_%' AND t.name <> 'shuttle_schema'")) {
            List<String> names = new ArrayList<>();
            while (columns.next()) {
                names.add(columns.getString(1) + "." + columns.getString(2));
            }
            assertThat(names)
                    .containsExactlyInAnyOrderElementsOf(JournalMove.TABLES.stream()
                            .flatMap(table -> table.columns().stream().map(column -> table.name() + "." + column))
                            .toList());
            assertThat(journal.unfinished()).isEmpty();
        }
    }
}
