package dev.shuttle.pipeline.publish;

import static dev.shuttle.pipeline.job.Jobs.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Done;
import dev.shuttle.pipeline.job.JobState.Failed;
import dev.shuttle.pipeline.job.JobState.Rejected;
import dev.shuttle.pipeline.job.Jobs;
import dev.shuttle.report.outcome.Problem;
import dev.shuttle.report.outcome.Road;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutboxTest {
    private static final Problem PROBLEM = new Problem("X", "x", "y");

    @TempDir
    private Path folder = Path.of("");

    private final Job job = Jobs.admitted("../牡丹.png");

    @Test
    void eachEndHasItsPlaceAndNoneIsOutsideTheOutbox() {
        Outbox outbox = new Outbox(folder);
        String name = "_牡丹-" + job.id();

        assertThat(outbox.place(job, new Done(NOON, Road.CLOUD, null))).isEqualTo(folder.resolve(name));
        assertThat(outbox.place(job, new Rejected(NOON, PROBLEM)))
                .isEqualTo(folder.resolve("rejected").resolve(name));
        assertThat(outbox.place(job, new Failed(NOON, PROBLEM)))
                .isEqualTo(folder.resolve("failed").resolve(name));
    }

    @Test
    void whatIsNotThereHasNoEnd() {
        assertThat(new Outbox(folder).endOf(job)).isEmpty();
    }

    @Test
    void aFolderWithoutAReportIsNoneOfOurs() throws Exception {
        Outbox outbox = new Outbox(folder);
        Files.createDirectory(folder.resolve(job.folderName()));

        assertThat(outbox.placeOf(job)).isEmpty();
        assertThat(outbox.endOf(job)).isEmpty();
    }
}
