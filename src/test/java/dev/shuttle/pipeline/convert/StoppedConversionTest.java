package dev.shuttle.pipeline.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.convert.Pictures;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.intake.Admission;
import dev.shuttle.pipeline.intake.Cards;
import dev.shuttle.pipeline.intake.Claim;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.pipeline.job.JobState.Failed;
import dev.shuttle.pipeline.job.JobState.Rejected;
import dev.shuttle.pipeline.job.MemoryJournal;
import dev.shuttle.pipeline.job.Order;
import dev.shuttle.pipeline.job.Source.Origin;
import dev.shuttle.recipe.preset.Presets;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A conversion under way ends when it takes too long, and when somebody cancels it. */
final class StoppedConversionTest {
    @TempDir
    Path root;

    private final MemoryJournal journal = new MemoryJournal();
    private final AtomicLong looks = new AtomicLong();
    /** A second passes at every look. */
    private final InstantSource clock = () -> Instant.ofEpochSecond(looks.getAndIncrement());

    private Presets presets;
    private Job job;

    @BeforeEach
    void claim() throws IOException {
        presets = Presets.load(root.resolve("presets"));
        Files.createDirectories(root.resolve("work"));
        Path file = root.resolve("peony.png");
        ImageIO.write(Pictures.photo(300, 200).toBufferedImage(), "png", file.toFile());
        JobFolder folder = new Claim(root.resolve("work"), clock, new Random(3)).copy(file, Origin.INBOX);
        Settings.Intake intake = new Settings.Intake(
                Duration.ofSeconds(1),
                Duration.ZERO,
                Duration.ofSeconds(1),
                true,
                "damask",
                50_000_000,
                100_000_000,
                "");
        Job admitted = new Admission(
                        intake, presets, new Cards(root.resolve("cards")), root.resolve("outbox"), journal, clock)
                .admit(folder, Order.preset("shu_brocade"));
        job = journal.record(admitted.in(new Converting(clock.instant(), Road.LOCAL, "NO_KEY")));
    }

    private Job converted(Duration most) throws IOException {
        return new LoomStage(root.resolve("work"), presets, 2, journal, clock, most, true).convert(job);
    }

    @Test
    void whatTakesTooLongIsRejectedWithAHint() throws Exception {
        for (int seconds : new int[] {1, 10, 40}) {
            Job ended = converted(Duration.ofSeconds(seconds));

            assertThat(ended.state()).as("after %d s", seconds).isInstanceOfSatisfying(Rejected.class, rejected -> {
                assertThat(rejected.problem().code()).isEqualTo("TOOK_TOO_LONG");
                assertThat(rejected.problem().message()).startsWith("peony.png: ");
                assertThat(rejected.problem().hint()).contains("shuttle.convert.deadline");
            });
        }
    }

    @Test
    void cancelReachesAConversionUnderWay() throws Exception {
        MemoryJournal other = journal;
        AtomicLong begun = new AtomicLong(looks.get());
        InstantSource cancelling = () -> {
            long now = looks.getAndIncrement();
            if (now == begun.get() + 20) {
                other.requestCancel(job.id());
            }
            return Instant.ofEpochSecond(now);
        };
        Job ended = new LoomStage(root.resolve("work"), presets, 1, journal, cancelling, Duration.ofDays(1), true)
                .convert(job);

        assertThat(ended.state())
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.problem().code()).isEqualTo("CANCELED"));
        assertThat(looks.get() - begun.get()).isLessThan(40);
    }
}
