package dev.shuttle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shuttle.emulator.Call;
import dev.shuttle.emulator.Emulator;
import dev.shuttle.emulator.Fault;
import dev.shuttle.emulator.When;
import dev.shuttle.report.Report;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import dev.shuttle.rig.TestCloud;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code shuttle.fallback=hold} jobs wait for the cloud, and all of them go through it once it is back. */
class HoldTest {
    private static final int JOBS = 2;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private java.nio.file.Path root;

    private final Emulator cloud = TestCloud.start();

    @AfterEach
    void stopCloud() {
        cloud.close();
    }

    @Test
    void jobsThatWereHeldAgainAndAgainAllGoThroughTheCloudInTheEnd() {
        cloud.faults().add(When.first(Call.SUBMIT, 4 * JOBS), new Fault.Refuse(503, "ServiceUnavailable", "away"));
        // Fewer at once than jobs, each failing more often than that; no breaker to spare them.
        Map<String, String> hold = Map.of(
                "shuttle.fallback", "hold",
                "dashscope.retries", "0",
                "dashscope.max-in-flight", "1",
                "dashscope.submit-rate", "100/s",
                "dashscope.breaker.minimum-number-of-calls", "1000");

        try (Rig rig = Rig.start(root, cloud, hold)) {
            for (int i = 0; i < JOBS; i++) {
                rig.drop("p" + i + ".png", Pictures.png(i));
            }
            List<Report> reports = rig.reports(JOBS);

            assertThat(reports).extracting(Report::path).containsOnly(Road.EMULATED);
            assertThat(cloud.ledger().paidTwice()).isZero();
        }
    }

    @Test
    void whileTheBreakerIsOpenHeldJobsAskNothing() {
        cloud.faults().add(When.first(Call.SUBMIT, 1), Fault.Refuse.with("Arrearage"));
        Map<String, String> hold = Map.of(
                "shuttle.fallback", "hold",
                "dashscope.max-in-flight", "1",
                "dashscope.breaker.wait-duration-in-open-state", "1s");

        try (Rig rig = Rig.start(root, cloud, hold)) {
            for (int i = 0; i < JOBS; i++) {
                rig.drop("p" + i + ".png", Pictures.png(i));
            }
            List<Report> reports = rig.reports(JOBS);

            assertThat(reports).extracting(Report::path).containsOnly(Road.EMULATED);
            assertThat(cloud.ledger().requests("POST", "image-synthesis")).hasSize(JOBS + 1);
        }
    }

    @Test
    void whereConnectionsAreResetNothingIsGivenAwayAndNothingSentBlindly() {
        cloud.faults().loseAnswer(1);
        cloud.faults().add(When.every(Call.LIST), new Fault.Reset());
        Map<String, String> hold = Map.of(
                "shuttle.fallback", "hold",
                "dashscope.retries", "0",
                "dashscope.max-in-flight", "2",
                "dashscope.breaker.wait-duration-in-open-state", "500ms");

        try (Rig rig = Rig.start(root, cloud, hold)) {
            for (int i = 0; i < JOBS; i++) {
                rig.drop("p" + i + ".png", Pictures.png(i));
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> cloud.ledger().requests("GET", "/tasks").size() > 2 * JOBS);
            assertThat(cloud.ledger().requests("POST", "image-synthesis"))
                    .as("nothing new while one cannot be looked up")
                    .hasSize(1);
            cloud.faults().clear();
            List<Report> reports = rig.reports(JOBS);

            assertThat(reports).extracting(Report::path).containsOnly(Road.EMULATED);
            assertThat(cloud.ledger().accepted()).isEqualTo(JOBS);
            assertThat(cloud.ledger().paidTwice()).isZero();
        }
    }
}
