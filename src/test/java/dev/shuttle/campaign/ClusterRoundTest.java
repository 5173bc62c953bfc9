package dev.shuttle.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shuttle.pipeline.job.PostgresCluster;
import dev.shuttle.rig.ShuttleProcess;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cluster campaign's short form: a kill, a stop that is longer than the lease, each server away once. */
final class ClusterRoundTest {
    private static final long SEED = 3;

    @TempDir
    private Path root = Path.of("");

    @Test
    void eachPictureEndsOnceAsItselfAndIsPaidOnce() throws Exception {
        assumeTrue(PostgresCluster.binaries().isPresent(), "no PostgreSQL here");
        ClusterRound.Plan plan =
                new ClusterRound.Plan(9, 2, Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofMinutes(4), false);

        ClusterRound.Result result = ClusterRound.run(root, ShuttleProcess.compiled(), plan, SEED, System.out);

        assertThat(result.findings()).as("seed %d", SEED).isEmpty();
        assertThat(result.figures().faults()).isZero();
    }
}
