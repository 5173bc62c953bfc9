package dev.shuttle.pipeline.convert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.intake.Admission;
import dev.shuttle.pipeline.intake.Cards;
import dev.shuttle.pipeline.intake.Claim;
import dev.shuttle.pipeline.job.CloudTask;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.pipeline.job.JobState.Failed;
import dev.shuttle.pipeline.job.JobState.Rejected;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.MemoryJournal;
import dev.shuttle.pipeline.job.Order;
import dev.shuttle.pipeline.job.Source.Origin;
import dev.shuttle.recipe.preset.Presets;
import dev.shuttle.report.outcome.Attempt;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.rig.Pictures;
import dev.shuttle.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the cloud returned lies in the job's folder, and the engine can do nothing with it. */
class CloudPictureConversionTest {
    private static final Instant NOON = Instant.parse("2026-01-15T04:00:00Z");

    private final InstantSource clock = InstantSource.fixed(NOON);
    private final Journal journal = new MemoryJournal();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    static Stream<byte[]> unusable() {
        byte[] png = Pictures.png(3);
        return Stream.of(
                new byte[0],
                "<html>".getBytes(UTF_8),
                Arrays.copyOf(png, png.length / 2),
                Pictures.damaged(4),
                new byte[] {'B', 'M', 0, 0});
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void itsOriginalIsConvertedInsteadAndNotRejected(byte[] returned) throws IOException {
        Job job = conversion(true).convert(converting(Pictures.png(1), returned));

        assertThat(job.state()).isEqualTo(new Converting(NOON, Road.LOCAL, "RESULT_NOT_CONVERTED"));
        assertThat(journal.find(job.id()).orElseThrow().state()).isEqualTo(job.state());
        assertThat(folder(job).loomReport()).exists();
        assertThat(job.attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.stage()).isEqualTo("convert");
            assertThat(attempt.code()).isEqualTo("RESULT_NOT_CONVERTED");
            assertThat(attempt.taskId()).isEqualTo("task-1");
        });
    }

    @Test
    void whereNothingIsToBeMadeLocallyTheJobFailsWithThatReason() throws IOException {
        Job job = conversion(false).convert(converting(Pictures.png(1), new byte[10]));

        assertThat(job.state())
                .isInstanceOfSatisfying(
                        Failed.class,
                        state -> assertThat(state.problem().code()).isEqualTo("RESULT_NOT_CONVERTED"));
    }

    @Test
    void anOriginalThatIsDamagedItselfIsRejectedAllTheSame() throws IOException {
        Job job = conversion(true).convert(converting(Pictures.damaged(2), new byte[10]));

        assertThat(job.state()).isInstanceOf(Rejected.class);
        assertThat(job.attempts()).extracting(Attempt::code).containsExactly("RESULT_NOT_CONVERTED");
    }

    private LoomStage conversion(boolean localRoad) {
        return new LoomStage(
                root.resolve("work"),
                Presets.load(root.resolve("presets")),
                1,
                journal,
                clock,
                Duration.ofMinutes(5),
                localRoad);
    }

    private JobFolder folder(Job job) {
        return JobFolder.of(root.resolve("work"), job.id().value());
    }

    private Job converting(byte[] source, byte[] returned) throws IOException {
        Files.createDirectories(root.resolve("work"));
        Path file = Files.createDirectories(root.resolve("drop")).resolve("peony.png");
        Files.write(file, source);
        JobFolder folder = new Claim(root.resolve("work"), clock, new Random(7)).copy(file, Origin.INBOX);
        Settings.Intake intake = new Settings.Intake(
                Duration.ofSeconds(1),
                Duration.ZERO,
                Duration.ofSeconds(1),
                true,
                "damask",
                50_000_000,
                100_000_000,
                "");
        Presets presets = Presets.load(root.resolve("presets"));
        Job job = new Admission(
                        intake, presets, new Cards(root.resolve("cards")), root.resolve("outbox"), journal, clock)
                .admit(folder, Order.preset("faithful"));
        Files.write(folder.cloudPicture(), returned);
        CloudTask task = new CloudTask("wanx2.1-imageedit", "f", "p", "task-1", "request-1", NOON, NOON, 1);
        return journal.record(job.withCloud(task).in(new Converting(NOON, Road.CLOUD, null)));
    }
}
