package dev.shuttle.pipeline.intake;

import dev.shuttle.loom.image.ForeignFormat;
import dev.shuttle.loom.image.PictureEnd;
import dev.shuttle.loom.image.PictureException;
import dev.shuttle.loom.image.PictureHeader;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.disk.RawNames;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.Order;
import dev.shuttle.pipeline.job.Source;
import dev.shuttle.pipeline.job.Source.Origin;
import dev.shuttle.recipe.RecipeException;
import dev.shuttle.recipe.Ticket;
import dev.shuttle.recipe.preset.Presets;
import dev.shuttle.report.outcome.Problem;
import dev.shuttle.settings.Settings.Intake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Looks at a claimed picture and enters it in the journal. What cannot be used leaves here with a reason and a hint. */
public final class Admission {
    private final Intake limits;
    private final Ordering ordering;
    private final HeifProgram heif;
    private final Journal journal;
    private final InstantSource clock;
    private final Unfinished unfinished;

    /**
     * Admits within these limits.
     *
     * @param outbox where point papers that come back may have been issued
     */
    public Admission(Intake limits, Presets presets, Cards cards, Path outbox, Journal journal, InstantSource clock) {
        this.limits = limits;
        this.ordering = new Ordering(limits, presets, cards, new PaperShelf(outbox));
        this.heif = new HeifProgram(limits.heifProgram(), limits.maxPixels(), HeifProgram.USUAL_PATIENCE);
        this.journal = journal;
        this.clock = clock;
        this.unfinished = new Unfinished(limits.settle(), limits.patience(), clock);
    }

    /** The pictures that were admitted, but not yet judged. */
    public Unfinished unfinished() {
        return unfinished;
    }

    /** Admits what was just claimed: its place and its ticket say what is wanted. */
    public Job admit(JobFolder folder) throws IOException {
        return entered(looked(folder));
    }

    /** Admits what was claimed for this very order. */
    public Job admit(JobFolder folder, Order order) throws IOException {
        return entered(looked(folder, order));
    }

    /**
     * Admits what was claimed together, in one commit.
     *
     * @param failed is given each claim that cannot be looked at now, and why; it stays as it is
     * @throws dev.shuttle.pipeline.job.JournalException where none could be entered
     */
    public List<Job> admitAll(List<JobFolder> folders, BiConsumer<JobFolder, Exception> failed) {
        Map<JobId, Job> looked = new LinkedHashMap<>();
        for (JobFolder folder : folders) {
            try {
                Job job = looked(folder);
                looked.put(job.id(), job);
            } catch (IOException | RuntimeException e) {
                failed.accept(folder, e);
            }
        }
        return journal
                .admitAll(looked.values().stream()
                        .map(job -> job.in(new Admitted(job.admittedAt(), null)))
                        .toList())
                .stream()
                .map(entered -> judged(entered, looked.get(entered.id())))
                .toList();
    }

    private Job entered(Job looked) {
        return judged(journal.admit(looked.in(new Admitted(looked.admittedAt(), null))), looked);
    }

    private static Job judged(Job entered, @Nullable Job looked) {
        return looked != null && looked.isFinal() ? entered.in(looked.state()) : entered;
    }

    private Job looked(JobFolder folder) throws IOException {
        Order usual = ordering.byFolder(folder);
        try {
            return looked(folder, ordering.withTicket(folder, usual));
        } catch (RecipeException e) {
            return looked(folder, usual);
        }
    }

    private Job looked(JobFolder folder, Order order) throws IOException {
        Instant start = clock.instant();
        Job job = begun(folder, order, start);
        Job looked = inspected(job, folder);
        long ms = Duration.between(start, clock.instant()).toMillis();
        return looked.withTimings(looked.timings().withAdmit(ms));
    }

    /** Admits a claim that a kill cut short of the journal; empty, and cleared away, where nothing was claimed yet. */
    public Optional<Job> readmit(JobFolder folder) throws IOException {
        if (folder.source().isEmpty()) {
            Disk.deleteTree(folder.root());
            return Optional.empty();
        }
        return Optional.of(admit(folder));
    }

    private static Job begun(JobFolder folder, Order order, Instant start) throws IOException {
        Path source = folder.requireSource();
        return Job.admitted(
                new JobId(folder.jobId()),
                Source.arrived(RawNames.readable(source), origin(folder, source), Files.size(source))
                        .fetched(folder.arrival().orElse(null)),
                order,
                start);
    }

    /**
     * The job that a folder was made for, as far as the folder shows it, for one that the journal has lost: nothing is entered, and its
     * picture is not looked at.
     */
    public Job rebuilt(JobFolder folder) throws IOException {
        JobId id = new JobId(folder.jobId());
        if (folder.source().isEmpty()) {
            Source unknown = Source.arrived("picture", Origin.INBOX, 0)
                    .fetched(folder.arrival().orElse(null));
            return Job.admitted(id, unknown, Order.preset(limits.preset()), id.madeAt());
        }
        Order usual = ordering.byFolder(folder);
        try {
            return begun(folder, ordering.withTicket(folder, usual), id.madeAt());
        } catch (RecipeException e) {
            return begun(folder, usual, id.madeAt());
        }
    }

    /** With what the picture's bytes say, for one that goes on whatever they say. */
    public Job seen(Job job, JobFolder folder) throws IOException {
        Path file = folder.requireSource();
        long size = Files.size(file);
        if (size > limits.maxFileSize()) {
            return job.withSource(job.source().read(size, Disk.sha256(file), null, null, null));
        }
        byte[] bytes = Disk.read(file);
        String hash = Disk.sha256(bytes);
        try {
            return job.withSource(read(job.source(), bytes, hash, folder));
        } catch (PictureException e) {
            return job.withSource(job.source().read(size, hash, null, null, null));
        }
    }

    /** Looks again at an admitted job, after a restart: the same picture gets the same answer. */
    public Job again(Job job, JobFolder folder) throws IOException {
        if (unfinished.isWaiting(job.id()) && !unfinished.isDue(job.id())) {
            return job;
        }
        return inspected(job, folder);
    }

    private Job inspected(Job job, JobFolder folder) throws IOException {
        Path file = folder.requireSource();
        Admitted state = (Admitted) job.state();
        long size = Files.size(file);
        if (size > limits.maxFileSize()) {
            unfinished.forget(job.id());
            return job.in(state.rejected(tooLarge(job, size), clock.instant()));
        }
        byte[] bytes = Disk.read(file);
        String hash = Disk.sha256(bytes);
        // Files of servers are fetched whole, and what a command or a browser brings is whole.
        boolean mayGrow = job.source().from() == Origin.INBOX && PictureEnd.isMissing(bytes);
        if (mayGrow && unfinished.isToWait(job.id(), file)) {
            return job.withSource(job.source().read(bytes.length, hash, null, null, null));
        }
        unfinished.forget(job.id());
        try {
            Source read = read(job.source(), bytes, hash, folder);
            return judged(job.withSource(read), folder, state);
        } catch (PictureException e) {
            Problem problem = new Problem(e.code(), job.source().name() + ": " + e.getMessage(), e.hint());
            return job.withSource(job.source().read(bytes.length, hash, null, null, null))
                    .in(state.rejected(problem, clock.instant()));
        }
    }

    private Source read(Source source, byte[] bytes, String hash, JobFolder folder)
            throws IOException, PictureException {
        Optional<ForeignFormat> foreign = HeifProgram.format(bytes);
        PictureHeader header =
                foreign.isPresent() ? PictureHeader.read(decoded(foreign.get(), folder)) : PictureHeader.read(bytes);
        String format =
                (foreign.isPresent() ? foreign.get() : header.format()).name().toLowerCase(Locale.ROOT);
        return source.read(bytes.length, hash, format, header.width(), header.height());
    }

    private byte[] decoded(ForeignFormat format, JobFolder folder) throws IOException, PictureException {
        if (!Files.exists(folder.decoded())) {
            heif.decode(format, folder.requireSource(), folder.decoded());
        }
        return Files.readAllBytes(folder.decoded());
    }

    private Job judged(Job job, JobFolder folder, Admitted state) throws IOException {
        Source source = job.source();
        long pixels = (long) java.util.Objects.requireNonNull(source.width())
                * java.util.Objects.requireNonNull(source.height());
        Optional<Problem> problem =
                pixels > limits.maxPixels() ? Optional.of(tooManyPixels(job, pixels)) : unreadTicket(job, folder);
        if (problem.isEmpty()) {
            problem = ordering.judged(job, folder);
        }
        return problem.isEmpty() ? job : job.in(state.rejected(problem.get(), clock.instant()));
    }

    /** A ticket that lies there and is not in the order could not be read; it is asked again what is wrong with it. */
    private Optional<Problem> unreadTicket(Job job, JobFolder folder) throws IOException {
        Ticket read = job.order().ticket();
        if (!read.saysNothing() && !read.equals(ordering.byFolder(folder).ticket())) {
            return Optional.empty();
        }
        try {
            ordering.withTicket(folder, job.order());
            return Optional.empty();
        } catch (RecipeException e) {
            return Optional.of(Ordering.unreadable(job, e));
        }
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

    private static Origin origin(JobFolder folder, Path source) {
        return Origin.valueOf(
                folder.root().relativize(source).getName(0).toString().toUpperCase(Locale.ROOT));
    }
}
