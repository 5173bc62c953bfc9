package dev.shuttle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.report.Report;
import dev.shuttle.report.State;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stage that takes no more, is a job's end and not its grave. */
class FullQueueTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    private List<Report> converted(String stage, int pictures) {
        try (Rig rig = Rig.start(root, null, Map.of("shuttle.stage.convert", stage, "shuttle.preset", "pixel_art"))) {
            for (int i = 0; i < pictures; i++) {
                rig.drop("p" + i + ".png", Pictures.png(i));
            }
            return rig.reports(pictures);
        }
    }

    @Test
    void whereAQueueIsFullEachPictureEndsAllTheSame() {
        assertThat(converted("seda:convert?concurrentConsumers=1&size=1", 6))
                .extracting(Report::state)
                .isSubsetOf(State.DONE, State.FAILED)
                .contains(State.DONE);
    }
}
