package dev.shuttle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shuttle.emulator.Emulator;
import dev.shuttle.report.Report;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import dev.shuttle.rig.TestCloud;
import dev.shuttle.rig.Told;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the intent to send a picture cannot be written, nothing is sent, and nothing is held against the cloud. */
class FullJournalTest {
    private static final int JOBS = 3;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private java.nio.file.Path root;

    private void inTheJournal(String statement) throws SQLException {
        String url = "jdbc:sqlite:" + root.resolve("work/journal.db");
        try (Connection connection = DriverManager.getConnection(url);
                Statement change = connection.createStatement()) {
            change.execute("PRAGMA busy_timeout = 10000");
            change.execute(statement);
        }
    }

    @Test
    void jobsWhoseIntentCannotBeWrittenWaitAndGoThroughTheCloudAfterwards() throws Exception {
        // One failure of the service would open it, for longer than the test takes.
        Map<String, String> sensitive = Map.of(
                "dashscope.breaker.minimum-number-of-calls", "1",
                "dashscope.breaker.sliding-window-size", "1",
                "dashscope.breaker.wait-duration-in-open-state", "1h");
        try (Emulator cloud = TestCloud.start();
                Told log = new Told();
                Rig rig = Rig.start(root, cloud, sensitive)) {
            inTheJournal("CREATE TRIGGER full BEFORE UPDATE ON job WHEN NEW.state = 'SUBMITTING'"
                    + " BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END");
            for (int i = 0; i < JOBS; i++) {
                rig.drop("p" + i + ".png", Pictures.png(i));
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> log.lines().stream()
                                    .filter(line -> line.contains("will be taken up again"))
                                    .count()
                            >= JOBS);
            assertThat(cloud.ledger().requests("POST", "image-synthesis")).isEmpty();

            inTheJournal("DROP TRIGGER full");

            assertThat(rig.reports(JOBS)).extracting(Report::path).containsOnly(Road.EMULATED);
            assertThat(cloud.ledger().accepted()).isEqualTo(JOBS);
        }
    }
}
