package dev.shuttle.browser;

import dev.shuttle.pipeline.convert.LoomStage;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.intake.Admission;
import dev.shuttle.pipeline.intake.Cards;
import dev.shuttle.pipeline.intake.Claim;
import dev.shuttle.pipeline.job.CloudTask;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.MemoryJournal;
import dev.shuttle.pipeline.job.MovedClock;
import dev.shuttle.pipeline.job.Order;
import dev.shuttle.pipeline.job.Source.Origin;
import dev.shuttle.pipeline.publish.Outbox;
import dev.shuttle.pipeline.publish.Publisher;
import dev.shuttle.recipe.preset.Presets;
import dev.shuttle.report.outcome.Attempt;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** An outbox with finished jobs, made by the program's own stages. */
final class FinishedJobs {
    private static final String MODEL = "wanx2.1-imageedit";

    private final MovedClock clock = new MovedClock();
    private final Random random = new Random(11);
    private final Journal journal = new MemoryJournal();
    private final Path root;
    private final Outbox outbox;
    private final Presets presets;

    FinishedJobs(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(root.resolve("work"));
        this.outbox = new Outbox(Files.createDirectories(root.resolve("outbox")));
        this.presets = Presets.load(root.resolve("presets"));
    }

    /** The outbox. */
    Path folder() {
        return outbox.root();
    }

    /** A picture that went the local road because nobody set a key. */
    Path local(String name, byte[] picture, String preset) throws IOException {
        return made(name, picture, preset, Road.LOCAL, "NO_KEY");
    }

    /** A picture whose tasks failed twice at the service. */
    Path fallenBack(String name, byte[] picture, String preset) throws IOException {
        Job job = admitted(name, picture, preset);
        job = job.tried(failure(job.admittedAt().plusSeconds(1), "1"))
                .tried(failure(job.admittedAt().plusSeconds(5), "2"))
                .withCloud(task(job.admittedAt(), 2));
        return converted(job, Road.LOCAL, "InternalError", null);
    }

    /** A picture that the emulator returned. */
    Path emulated(String name, byte[] picture, String preset) throws IOException {
        Job job = admitted(name, picture, preset);
        return converted(job.withCloud(task(job.admittedAt(), 4)), Road.EMULATED, null, picture);
    }

    /** A file that is no picture. */
    Path rejected(String name) throws IOException {
        return published(
                admitted(name, "no picture at all".getBytes(java.nio.charset.StandardCharsets.UTF_8), "damask"));
    }

    /** A job that broke. */
    Path failed(String name, byte[] picture) throws IOException {
        Job job = admitted(name, picture, "damask");
        dev.shuttle.report.outcome.Problem problem = new dev.shuttle.report.outcome.Problem(
                "INTERNAL", name + ": java.lang.IllegalStateException", "look at the log");
        return published(job.in(new JobState.Failed(clock.instant(), problem)));
    }

    private Path made(String name, byte[] picture, String preset, Road road, String reason) throws IOException {
        return converted(admitted(name, picture, preset), road, reason, null);
    }

    private Job admitted(String name, byte[] picture, String preset) throws IOException {
        clock.move(Duration.ofSeconds(61));
        Path file = Files.createDirectories(root.resolve("drop")).resolve(name);
        Files.write(file, picture);
        JobFolder folder = new Claim(root.resolve("work"), clock, random).copy(file, Origin.INBOX);
        Settings.Intake intake = new Settings.Intake(
                Duration.ofSeconds(1),
                Duration.ZERO,
                Duration.ofSeconds(1),
                true,
                "damask",
                50_000_000,
                100_000_000,
                "");
        Admission admission = new Admission(
                intake, presets, new Cards(root.resolve("cards")), root.resolve("outbox"), journal, clock);
        return admission.admit(folder, Order.preset(preset));
    }

    private Path converted(Job job, Road road, @Nullable String reason, byte @Nullable [] returned) throws IOException {
        if (returned != null) {
            Files.write(JobFolder.of(root.resolve("work"), job.id().value()).cloudPicture(), returned);
        }
        Job converting = journal.record(job.in(new Converting(clock.instant(), road, reason)));
        return published(new LoomStage(root.resolve("work"), presets, 1, journal, clock, Duration.ofMinutes(10), true)
                .convert(converting));
    }

    private Path published(Job job) throws IOException {
        Job done = new Publisher(root.resolve("work"), outbox, journal, Locale.ENGLISH, clock).publish(job);
        return outbox.placeOf(done).orElseThrow();
    }

    private static CloudTask task(Instant at, int polls) {
        return new CloudTask(
                MODEL,
                "description_edit",
                "改成织锦图案",
                "task-2",
                "request-2",
                at.plusSeconds(1),
                at.plusSeconds(9),
                polls);
    }

    private static Attempt failure(Instant at, String number) {
        return new Attempt(
                MODEL,
                at,
                "poll",
                200,
                "InternalError",
                "submit algo service error, Internal server error!",
                "4a36b383-91bf-4dae-895e-5cd43b46972" + number,
                "fa765790-a442-4017-8d69-1fff1c2867b" + number,
                "RETRY_ONCE");
    }
}
