package dev.shuttle.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.rig.ShuttleProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kill campaign's short form: the real program, a few kills, the same audit. */
class KillRoundTest {
    private static final int KILLS = 4;
    private static final int JOBS = 8;
    private static final long SEED = 20;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @Test
    void eachPictureEndsOnceAsItselfAndIsPaidOnce() throws Exception {
        KillAudit.Result result = KillRound.run(root, ShuttleProcess.compiled(), KILLS, JOBS, SEED);

        assertThat(result.findings()).as("seed %d", SEED).isEmpty();
        assertThat(result.figures().kills()).isPositive();
        assertThat(result.figures().cloud() + result.figures().local())
                .isEqualTo(result.figures().jobs())
                .isBetween(1, JOBS);
    }
}
