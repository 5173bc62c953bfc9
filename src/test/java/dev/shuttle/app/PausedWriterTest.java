package dev.shuttle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.report.Report;
import dev.shuttle.report.State;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A writer that pauses for longer than the settle time, and then goes on. */
class PausedWriterTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "jpg", "gif", "tif"})
    void isWaitedForAndTheWholeFileIsWovenAndReported(String format) throws Exception {
        byte[] whole = Pictures.encoded(Pictures.picture(5, 96, 96), format);
        Map<String, String> patient = Map.of("shuttle.inbox.patience", "60s", "shuttle.preset", "faithful");
        try (Rig rig = Rig.start(root, null, patient);
                OutputStream writer = Files.newOutputStream(rig.folder().inbox().resolve("slow." + format))) {
            writer.write(whole, 0, whole.length / 2);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> rig.program().journal().unfinished().size() == 1);
            assertThat(rig.program().journal().unfinished().get(0).state()).isInstanceOf(Admitted.class);

            writer.write(whole, whole.length / 2, whole.length - whole.length / 2);
            writer.flush();
            Report report = rig.report();

            assertThat(report.state()).isEqualTo(State.DONE);
            assertThat(report.source().bytes()).isEqualTo(whole.length);
            assertThat(report.source().sha256()).isEqualTo(Disk.sha256(whole));
        }
    }
}
