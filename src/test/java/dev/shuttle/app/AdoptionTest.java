package dev.shuttle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shuttle.emulator.Call;
import dev.shuttle.emulator.Emulator;
import dev.shuttle.emulator.EmulatorSettings;
import dev.shuttle.emulator.Fault;
import dev.shuttle.emulator.LedgerTask;
import dev.shuttle.emulator.Limits;
import dev.shuttle.emulator.When;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.provider.CloudPicture;
import dev.shuttle.provider.dashscope.Models;
import dev.shuttle.report.Report;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import dev.shuttle.rig.ShuttleProcess;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three lives and two kills around two POSTs, one of which the cloud took: each picture gets the task that was made of it. */
class AdoptionTest {
    private static final Duration HANGS = Duration.ofSeconds(40);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @Test
    void aLostSubmitDoesNotTakeOverAnotherPicturesTask() throws Exception {
        Folder folder = new Folder(root);
        EmulatorSettings quick = EmulatorSettings.defaults()
                .withTimes(Duration.ofMillis(20), Duration.ofSeconds(12))
                .withLimits(Limits.NONE);
        try (Emulator cloud = Emulator.start(quick)) {
            // The first keeps a place; the second POST hangs and is never taken, and the program is killed.
            cloud.faults().add(When.nth(Call.SUBMIT, 2), new Fault.Delay(HANGS));
            cloud.faults().add(When.nth(Call.SUBMIT, 2), new Fault.Reset());
            folder.drop("1.png", Pictures.png(1));
            folder.drop("2.png", Pictures.png(2));
            folder.drop("3.png", Pictures.png(3));
            try (ShuttleProcess run = start(folder, cloud, "3")) {
                assertThat(run.awaitLine(line -> line.contains(" - submitting"), 2))
                        .as(run.output())
                        .isTrue();
            }

            // The next POST is taken, its answer is held back, and the program is killed again.
            cloud.faults().clear();
            cloud.faults().add(When.nth(Call.SUBMIT, 1), new Fault.Delay(HANGS));
            cloud.faults().add(When.nth(Call.SUBMIT, 1), new Fault.LoseAnswer());
            cloud.faults().add(When.every(Call.LIST), new Fault.LateList(Duration.ofSeconds(3)));
            try (ShuttleProcess run = start(folder, cloud, "2")) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> cloud.ledger().accepted() == 2);
                run.kill();
            }

            try (ShuttleProcess last = start(folder, cloud, "3", "--once")) {
                assertThat(last.exitCode()).as(last.output()).isZero();
            }

            Map<String, LedgerTask> tasks = new HashMap<>();
            cloud.ledger().tasks().forEach(task -> tasks.put(task.taskId(), task));
            assertThat(folder.reports()).hasSize(3).allSatisfy(report -> {
                assertThat(report.path()).as("%s", report).isEqualTo(dev.shuttle.report.outcome.Road.EMULATED);
                LedgerTask task =
                        tasks.get(Objects.requireNonNull(report.cloud()).taskId());
                assertThat(Objects.requireNonNull(task).pictureSha256())
                        .as("whose task %s has", report.source().name())
                        .isEqualTo(sent(report));
            });
            assertThat(cloud.ledger().accepted()).isEqualTo(3);
            assertThat(cloud.ledger().paidTwice()).isZero();
        }
    }

    private static ShuttleProcess start(Folder folder, Emulator cloud, String places, String... more) {
        Map<String, String> settings = new HashMap<>(folder.settings());
        settings.put("dashscope.max-in-flight", places);
        settings.put("dashscope.models", "wanx2.1-imageedit");
        String[] words = new String[more.length + 1];
        words[0] = "run";
        System.arraycopy(more, 0, words, 1, more.length);
        return ShuttleProcess.start(settings, Rig.environment(cloud), words);
    }

    /** The checksum of what is sent of a source. */
    private static String sent(Report report) {
        int seed = Integer.parseInt(report.source().name().substring(0, 1));
        try {
            BufferedImage source = ImageIO.read(new ByteArrayInputStream(Pictures.png(seed)));
            String url =
                    CloudPicture.of(source, Models.named("wanx2.1-imageedit")).asDataUrl();
            return Disk.sha256(
                    Base64.getDecoder().decode(List.of(url.split(",")).get(1)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
