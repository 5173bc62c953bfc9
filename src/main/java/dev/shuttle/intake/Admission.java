package dev.shuttle.intake;

import dev.shuttle.disk.Disk;
import dev.shuttle.disk.JobFolder;
import dev.shuttle.job.Job;
import dev.shuttle.job.JobId;
import dev.shuttle.job.JobState.Admitted;
import dev.shuttle.job.Journal;
import dev.shuttle.job.Order;
import dev.shuttle.job.Problem;
import dev.shuttle.job.Source;
import dev.shuttle.job.Source.Origin;
import dev.shuttle.loom.image.PictureException;
import dev.shuttle.loom.image.PictureHeader;
import dev.shuttle.settings.Settings.Intake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Looks at a claimed picture and enters it in the journal. What cannot be used leaves here with a reason and a hint. */
public final class Admission {
    private final Intake limits;
    private final Predicate<String> knowsPreset;
    private final String presetNames;
    private final Journal journal;
    private final InstantSource clock;

    /**
     * Admits within these limits.
     *
     * @param presetNames all presets, for the hint that a mistyped folder gets
     */
    public Admission(
            Intake limits, Predicate<String> knowsPreset, String presetNames, Journal journal, InstantSource clock) {
        this.limits = limits;
        this.knowsPreset = knowsPreset;
        this.presetNames = presetNames;
        this.journal = journal;
        this.clock = clock;
    }

    /** Admits what was just claimed. */
    public Job admit(JobFolder folder, Order order) throws IOException {
        Path source = folder.requireSource();
        Instant start = clock.instant();
        Job job = Job.admitted(
                new JobId(folder.jobId()),
                Source.arrived(source.getFileName().toString(), origin(folder, source), Files.size(source)),
                order,
                start);
        Job looked = inspected(job, source);
        long ms = Duration.between(start, clock.instant()).toMillis();
        Job entered =
                journal.admit(looked.withTimings(looked.timings().withAdmit(ms)).in(new Admitted(start, null)));
        return looked.isFinal() ? entered.in(looked.state()) : entered;
    }

    /** The order that a file's place in the inbox stands for: the first folder level names the preset. */
    public Order orderByFolder(JobFolder folder) throws IOException {
        Path path = folder.root().relativize(folder.requireSource());
        return Order.preset(path.getNameCount() > 2 ? path.getName(1).toString() : limits.preset());
    }

    /** Admits a claim that a kill cut short of the journal; empty, and cleared away, where nothing was claimed yet. */
    public Optional<Job> readmit(JobFolder folder) throws IOException {
        if (folder.source().isEmpty()) {
            Disk.deleteTree(folder.root());
            return Optional.empty();
        }
        return Optional.of(admit(folder, orderByFolder(folder)));
    }

    /** Looks again at an admitted job, after a restart: the same picture gets the same answer. */
    public Job again(Job job, JobFolder folder) throws IOException {
        return inspected(job, folder.requireSource());
    }

    private Job inspected(Job job, Path file) throws IOException {
        Admitted state = (Admitted) job.state();
        long size = Files.size(file);
        if (size > limits.maxFileSize()) {
            return job.in(state.rejected(tooLarge(job, size), clock.instant()));
        }
        byte[] bytes = Files.readAllBytes(file);
        String hash = Disk.sha256(bytes);
        try {
            PictureHeader header = PictureHeader.read(bytes);
            Source read = job.source()
                    .read(size, hash, header.format().name().toLowerCase(Locale.ROOT), header.width(), header.height());
            return judged(job.withSource(read), state);
        } catch (PictureException e) {
            Problem problem = new Problem(e.code(), job.source().name() + ": " + e.getMessage(), e.hint());
            return job.withSource(job.source().read(size, hash, null, null, null))
                    .in(state.rejected(problem, clock.instant()));
        }
    }

    private Job judged(Job job, Admitted state) {
        Source source = job.source();
        long pixels = (long) java.util.Objects.requireNonNull(source.width())
                * java.util.Objects.requireNonNull(source.height());
        if (pixels > limits.maxPixels()) {
            return job.in(state.rejected(tooManyPixels(job, pixels), clock.instant()));
        }
        if (!knowsPreset.test(job.order().preset())) {
            return job.in(state.rejected(unknownPreset(job), clock.instant()));
        }
        return job;
    }

    private Problem tooLarge(Job job, long size) {
        return new Problem(
                "FILE_TOO_LARGE",
                job.source().name() + " has " + size + " bytes; " + limits.maxFileSize() + " are allowed",
                "save it smaller, or raise shuttle.max-file-size");
    }

    private Problem tooManyPixels(Job job, long pixels) {
        return new Problem(
                "TOO_MANY_PIXELS",
                job.source().name() + " has " + job.source().width() + " × "
                        + job.source().height() + " = " + pixels + " pixels; " + limits.maxPixels() + " are allowed",
                "scale it down, or raise shuttle.max-pixels");
    }

    private Problem unknownPreset(Job job) {
        return new Problem(
                "UNKNOWN_PRESET",
                job.source().name() + " lay in the folder " + job.order().preset() + ", which is no preset",
                "the first folder of the inbox names the preset: " + presetNames);
    }

    private static Origin origin(JobFolder folder, Path source) {
        return Origin.valueOf(
                folder.root().relativize(source).getName(0).toString().toUpperCase(Locale.ROOT));
    }
}
