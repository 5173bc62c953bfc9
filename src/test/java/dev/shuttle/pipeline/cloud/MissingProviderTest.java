package dev.shuttle.pipeline.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.pipeline.job.CloudTask;
import dev.shuttle.pipeline.job.Intent;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.pipeline.job.JobState.Submitting;
import dev.shuttle.report.outcome.Road;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job was sent to a provider whose jar or address was taken away before the next start. */
final class MissingProviderTest {
    private static final String MODEL = "acme:wide";

    @TempDir
    private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private Mill mill;

    @BeforeEach
    void start() throws IOException {
        mill = new Mill(folder);
    }

    @AfterEach
    void close() {
        mill.close();
    }

    private Job submitting() throws IOException {
        Instant now = mill.clock.instant();
        Job job = mill.admitted();
        return mill.journal.record(job.in(((Admitted) job.state()).submitting(MODEL, now))
                .withIntent(Intent.first(MODEL, now, now.plusSeconds(70))));
    }

    @Test
    void itsLostSubmitHoldsUpNoOtherJob() throws Exception {
        Job lost = submitting();

        Job other = mill.led(mill.admitted());

        assertThat(other.state())
                .isInstanceOfSatisfying(
                        Converting.class, state -> assertThat(state.road()).isEqualTo(Road.EMULATED));
        assertThat(mill.stage().resumes(lost).state())
                .isInstanceOfSatisfying(
                        Converting.class, state -> assertThat(state.reason()).isEqualTo("SUBMIT_UNCERTAIN"));
        assertThat(mill.emulator.ledger().accepted()).isEqualTo(1);
    }

    @Test
    void whatItMayHaveMadeIsSentToNobodyElse() throws Exception {
        Instant now = mill.clock.instant();
        Job job = submitting();
        CloudTask task = new CloudTask(MODEL, "description_edit", "p", "task-1", null, now, null, 0);
        Job submitted = mill.journal.record(job.in(((Submitting) job.state()).submitted("task-1", now))
                .withCloud(task)
                .withIntent(null));

        Job after = mill.led(mill.stage().resumes(submitted));

        assertThat(after.state())
                .isInstanceOfSatisfying(
                        Converting.class, state -> assertThat(state.reason()).isEqualTo("SUBMIT_UNCERTAIN"));
        assertThat(mill.emulator.ledger().accepted()).isZero();
    }
}
