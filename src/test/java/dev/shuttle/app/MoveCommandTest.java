package dev.shuttle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shuttle.emulator.Emulator;
import dev.shuttle.pipeline.job.PostgresCluster;
import dev.shuttle.report.Report;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import dev.shuttle.rig.ShuttleProcess;
import dev.shuttle.rig.TestCloud;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code jobs move} as an operator types it: the journal goes from SQLite to PostgreSQL in the middle of the work. */
class MoveCommandTest {
    private static final int JOBS = 3;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private java.nio.file.Path root;

    /** What a command has come to. */
    private record Ended(int code, String output) {}

    private static Ended command(Map<String, String> settings, Map<String, String> environment, String... args)
            throws InterruptedException {
        try (ShuttleProcess command = ShuttleProcess.start(settings, environment, args)) {
            int code = command.exitCode();
            return new Ended(code, command.output());
        }
    }

    private static void assertRefused(Ended ended, String... words) {
        assertThat(ended.code()).as(ended.output()).isEqualTo(2);
        assertThat(ended.output()).contains(words).doesNotContain("Exception", "\tat ");
    }

    @Test
    void jobsUnderWayGoOnWithTheMovedJournalAndNothingIsPaidTwice() throws Exception {
        Optional<java.nio.file.Path> binaries = PostgresCluster.binaries();
        assumeTrue(binaries.isPresent(), "no PostgreSQL here");
        Folder folder = new Folder(root);
        for (int i = 0; i < JOBS; i++) {
            folder.drop("牡丹 " + i + ".png", Pictures.png(i));
        }
        try (PostgresCluster cluster = PostgresCluster.start(binaries.orElseThrow());
                Emulator cloud = TestCloud.start()) {
            Map<String, String> environment = Rig.environment(cloud);
            Map<String, String> sqlite = folder.settings();
            sqlite.put("shuttle.journal.user", cluster.user());
            String url = cluster.newDatabase();
            try (ShuttleProcess run = ShuttleProcess.start(sqlite, environment, "run")) {
                assertThat(run.awaitLine(line -> line.contains(" - submitted"), 1))
                        .as(run.output())
                        .isTrue();

                assertRefused(command(sqlite, environment, "jobs", "move", "--to", url), "work");
                run.kill();
            }

            Ended moved = command(sqlite, environment, "jobs", "move", "--to", url);
            assertThat(moved.code()).as(moved.output()).isZero();
            assertThat(moved.output()).contains(JOBS + " jobs and ", "shuttle.journal.url=" + url);
            Ended again = command(sqlite, environment, "jobs", "move", "--to", url);
            assertThat(again.code()).as(again.output()).isZero();

            Map<String, String> postgres = new HashMap<>(sqlite);
            postgres.put("shuttle.journal.url", url);
            assertThat(names(command(postgres, environment, "jobs"))).hasSize(JOBS);
            Ended done = command(postgres, environment, "run", "--once");
            assertThat(done.code()).as(done.output()).isZero();
            List<Report> reports = folder.reports();
            assertThat(reports).extracting(Report::path).hasSize(JOBS).containsOnly(Road.EMULATED);
            assertThat(cloud.ledger().accepted()).isEqualTo(JOBS);
            assertThat(cloud.ledger().paidTwice()).isZero();
        }
    }

    private static List<String> names(Ended list) {
        List<String> names = new ArrayList<>();
        list.output().lines().filter(line -> line.contains("牡丹 ")).forEach(names::add);
        return names;
    }

    @Test
    void aDatabaseThatIsNotThereIsNamedAndTheJournalStaysAsItIs() throws Exception {
        Folder folder = new Folder(root);
        folder.drop("peony.png", Pictures.png(1));
        assertThat(command(folder.settings(), Map.of(), "run", "--once").code()).isZero();

        String nowhere = "jdbc:postgresql://127.0.0.1:1/shuttle";
        assertRefused(command(folder.settings(), Map.of(), "jobs", "move", "--to", nowhere), nowhere);
        assertRefused(command(folder.settings(), Map.of(), "jobs", "move"), "--to jdbc:postgresql:");

        assertThat(command(folder.settings(), Map.of(), "jobs").output()).contains("peony.png");
    }
}
