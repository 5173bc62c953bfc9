package dev.shuttle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shuttle.emulator.Emulator;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState;
import dev.shuttle.report.Report;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import dev.shuttle.rig.TestCloud;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job that its user gives up waits for nothing any more. */
class CancelTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @Test
    void neitherTheNextPollNorTheTurnInTheCloudIsWaitedFor() {
        Map<String, String> patient = Map.of(
                "dashscope.max-in-flight", "1",
                "dashscope.poll-initial", "1h",
                "dashscope.poll-max", "1h",
                "dashscope.deadline", "2h");
        try (Emulator cloud = TestCloud.start();
                Rig rig = Rig.start(root, cloud, patient)) {
            rig.drop("a.png", Pictures.png(1)).drop("b.png", Pictures.png(2)).drop("c.png", Pictures.png(3));
            await().atMost(Duration.ofSeconds(60))
                    .until(() ->
                            inState(rig, JobState.Submitted.class) == 1 && inState(rig, JobState.Admitted.class) == 2);

            rig.program()
                    .journal()
                    .unfinished()
                    .forEach(job -> rig.program().journal().requestCancel(job.id()));
            List<Report> reports = rig.reports(3);

            assertThat(reports).extracting(CancelTest::code).containsOnly("CANCELED");
            assertThat(cloud.ledger().accepted()).isEqualTo(1);
        }
    }

    private static String code(Report report) {
        return Objects.requireNonNull(report.problem()).code();
    }

    private static long inState(Rig rig, Class<? extends JobState> state) {
        return rig.program().journal().unfinished().stream()
                .map(Job::state)
                .filter(state::isInstance)
                .count();
    }
}
