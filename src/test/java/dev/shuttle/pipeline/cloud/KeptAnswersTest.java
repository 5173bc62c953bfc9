package dev.shuttle.pipeline.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.pipeline.job.Intent;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.rig.Pictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program was killed after a picture that came with the answer was on the disk, and before the journal knew. */
final class KeptAnswersTest {
    private static final String MODEL = "qwen-image-edit";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void thePictureIsUsedAndNobodyIsAskedForAnother() throws Exception {
        try (Mill mill = new Mill(folder)) {
            Instant now = mill.clock.instant();
            Job job = mill.admitted(600, 600);
            Job killed = mill.journal.record(job.in(((Admitted) job.state()).submitting(MODEL, now))
                    .withIntent(Intent.first(MODEL, now, now.plusSeconds(70))));
            Files.write(mill.folder(job).cloudAnswer(), Pictures.png(5));
            mill.restart();

            Job after = mill.led(mill.stage().resumes(killed));

            assertThat(after.state())
                    .isInstanceOfSatisfying(
                            Converting.class, state -> assertThat(state.road()).isEqualTo(Road.EMULATED));
            assertThat(mill.folder(job).cloudPicture()).exists();
            assertThat(mill.emulator.ledger().accepted()).isZero();
        }
    }

    @Test
    void whatAnEarlierSubmitLeftIsNotTheNextOnesAnswer() throws Exception {
        try (Mill mill = new Mill(folder)) {
            Job job = mill.admitted();
            Files.write(mill.folder(job).cloudAnswer(), Pictures.png(5));

            mill.led(job);

            assertThat(mill.folder(job).cloudAnswer()).doesNotExist();
            assertThat(mill.emulator.ledger().accepted()).isEqualTo(1);
        }
    }
}
