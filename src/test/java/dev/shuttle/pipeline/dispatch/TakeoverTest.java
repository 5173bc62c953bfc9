package dev.shuttle.pipeline.dispatch;

import static dev.shuttle.pipeline.job.Jobs.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.cloud.EditRequest;
import dev.shuttle.pipeline.intake.Admission;
import dev.shuttle.pipeline.intake.Arrivals;
import dev.shuttle.pipeline.intake.Cards;
import dev.shuttle.pipeline.job.JdbcJournal;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.Jobs;
import dev.shuttle.pipeline.job.Node;
import dev.shuttle.pipeline.job.PostgresCluster;
import dev.shuttle.pipeline.job.RefusedWriteException;
import dev.shuttle.pipeline.publish.Results;
import dev.shuttle.recipe.preset.Presets;
import dev.shuttle.settings.Settings.Intake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes that reach the same files: where a dead node's job goes on. */
final class TakeoverTest {
    private static final InstantSource CLOCK = InstantSource.fixed(NOON);

    @TempDir
    private Path folder = Path.of("");

    private static JdbcJournal node(PostgresCluster cluster, String url, String name) {
        Node node = new Node(name, "home of " + name, "test", Duration.ofHours(1), "account");
        return JdbcJournal.open(url, cluster.user(), null, node, CLOCK);
    }

    private static ParkedJobs parked(JdbcJournal journal, Results results) throws Exception {
        Admission admission = new Admission(
                new Intake(
                        Duration.ofSeconds(1),
                        Duration.ZERO,
                        Duration.ofSeconds(1),
                        true,
                        "weaving_machine",
                        1 << 20,
                        1_000_000,
                        ""),
                Presets.load(Path.of("none")),
                new Cards(Path.of("none")),
                Path.of("none"),
                journal,
                CLOCK);
        Shutdown shutdown = new Shutdown();
        Recovery recovery = new Recovery(
                results.work(),
                results.work().resolveSibling("inbox"),
                journal,
                admission,
                results.outbox(),
                Duties.alone(),
                job -> new EditRequest("description_edit", "改成织锦图案", 0.5, 42, Rgb.WHITE),
                CLOCK,
                shutdown);
        return new ParkedJobs(recovery, shutdown);
    }

    @Test
    void itGoesOnWithTheOtherWhichTheFirstFindsWhenItComesBack() throws Exception {
        Optional<Path> binaries = PostgresCluster.binaries();
        assumeTrue(binaries.isPresent(), "no PostgreSQL here");
        Results results = Results.in(folder);
        try (PostgresCluster cluster = PostgresCluster.start(binaries.orElseThrow())) {
            String url = cluster.newDatabase();
            try (JdbcJournal first = node(cluster, url, "first");
                    JdbcJournal other = node(cluster, url, "other")) {
                Job job = first.admit(Jobs.admitted("peony.png"));
                Files.write(results.claimed(job).requireSource(), Arrivals.picture("png", 600, 800));
                ParkedJobs atTheOther = parked(other, results);
                ParkedJobs atTheFirst = parked(first, results);
                assertThat(atTheOther.due()).as("while the first is there").isEmpty();

                // Its session is over, and its process goes on, as after a stop that was longer than the lease.
                node(cluster, url, "first").close();

                assertThat(atTheOther.due()).extracting(Job::id).containsExactly(job.id());
                assertThat(other.nodes(List.of(job.id()))).isEqualTo(Map.of(job.id(), "other"));
                RefusedWriteException late = catchThrowableOfType(
                        RefusedWriteException.class, () -> first.record(job.in(new Admitted(NOON, "BREAKER_OPEN"))));
                atTheFirst.parkAfter(job, late);
                assertThat(atTheFirst.due()).isEmpty();
                assertThat(atTheFirst.cause(job.id()))
                        .as("its trouble is forgotten")
                        .isEmpty();
            }
        }
    }
}
