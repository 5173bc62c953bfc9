package dev.shuttle.pipeline.publish;

import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.disk.Modes;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState;
import dev.shuttle.pipeline.job.JobState.Closed;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.Source;
import dev.shuttle.pipeline.job.UnreadableRowException;
import dev.shuttle.pipeline.store.HandedOn;
import dev.shuttle.report.Loom;
import dev.shuttle.report.OutputFile;
import dev.shuttle.report.Report;
import dev.shuttle.report.ReportPage;
import dev.shuttle.report.Reports;
import dev.shuttle.report.Role;
import dev.shuttle.report.Surroundings;
import dev.shuttle.report.gallery.Gallery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last stage: the report, the folder into the outbox, the journal's last word. Doing it twice changes nothing. */
public final class Publisher {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    /** The ticket's name beside {@code source.*}, wherever a job ends. */
    public static final String TICKET = "ticket.yaml";

    /** What the names of weaves begin with there, before their own. */
    public static final String WEAVE = "weave.";

    /** The name of what was known of a point paper when it came back, beside {@code source.*}. */
    public static final String SIDECAR = "arrived-pointpaper.json";

    private final Path work;
    private final Outbox outbox;
    private final Journal journal;
    private final Locale locale;
    private final InstantSource clock;
    private final @Nullable Gallery gallery;
    private final HandedOn files;
    private final boolean pages;
    private final @Nullable String node;

    /** Publishes from this work folder. */
    public Publisher(Path work, Outbox outbox, Journal journal, Locale locale, InstantSource clock) {
        this(work, outbox, journal, locale, clock, HandedOn.nothing(), true, null);
    }

    /**
     * The same, for one node of several.
     *
     * @param pages whether this node has an outbox; else it leaves finished folders to those that have
     * @param node what it is called; null where one program has the journal
     */
    public Publisher(
            Path work,
            Outbox outbox,
            Journal journal,
            Locale locale,
            InstantSource clock,
            HandedOn files,
            boolean pages,
            @Nullable String node) {
        this.work = work;
        this.outbox = outbox;
        this.journal = journal;
        this.locale = locale;
        this.clock = clock;
        this.gallery = pages && outbox.hasGallery() ? new Gallery(outbox.root(), locale) : null;
        this.files = files;
        this.pages = pages;
        this.node = node;
    }

    /**
     * Publishes a job that is converted, rejected or failed.
     *
     * @return the job in its final state; not yet final where another node publishes it
     */
    public Job publish(Job job) throws IOException {
        JobFolder folder = JobFolder.of(work, job.id().value());
        Optional<Job> ended = known(job).filter(Job::isFinal);
        if (ended.isPresent()) {
            Disk.deleteTree(folder.root());
            return ended.get();
        }
        Closed end = end(job);
        if (!pages) {
            return left(job, end, folder);
        }
        Path place = outbox.placeOf(job).orElse(null);
        Job built = job;
        if (place == null) {
            place = outbox.place(job, end);
            boolean isMade = Files.isDirectory(folder.finished());
            built = isMade ? job : build(job, end, folder);
            Outbox.publish(isMade ? folder.finished() : folder.out(), place);
        }
        addToGallery(place);
        Job done = commit(built.in(end));
        Disk.deleteTree(folder.root());
        LOG.atInfo()
                .addKeyValue("job", job.id())
                .addKeyValue("file", job.source().name())
                .addKeyValue("folder", place)
                .addKeyValue("why", why(end))
                .log(end.name().toLowerCase(Locale.ROOT));
        return done;
    }

    /** Made ready, and left to a node that publishes. */
    private Job left(Job job, Closed end, JobFolder folder) throws IOException {
        Job now = known(job).orElse(job);
        build(job, end, folder);
        files.keepFinished(job.id());
        Disk.deleteTree(folder.root());
        journal.release(job.id());
        LOG.atInfo()
                .addKeyValue("job", job.id())
                .addKeyValue("file", job.source().name())
                .log("finished, and left to a node that publishes");
        return now;
    }

    /** Empty also where the row cannot be read. */
    private Optional<Job> known(Job job) {
        try {
            return journal.find(job.id());
        } catch (UnreadableRowException damaged) {
            return Optional.empty();
        }
    }

    /** Over the row that was there, where that could not be read. */
    private Job commit(Job end) {
        return known(end).isPresent()
                ? journal.record(end)
                : journal.overwrite(List.of(end)).get(0);
    }

    /** The gallery is made from the folders and can be made anew, so a job never fails for it. */
    private void addToGallery(Path place) {
        if (gallery == null) {
            return;
        }
        try {
            gallery.add(place);
        } catch (IOException | RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("folder", place)
                    .log(
                            "not in the gallery until the next start: look at the room and the rights in {}",
                            outbox.root());
            LOG.atDebug().setCause(e).log("the gallery could not be written");
        }
    }

    private static String why(Closed end) {
        if (end instanceof JobState.Rejected rejected) {
            return rejected.problem().code();
        }
        if (end instanceof JobState.Failed failed) {
            return failed.problem().code();
        }
        JobState.Done done = (JobState.Done) end;
        String road = done.road().name().toLowerCase(Locale.ROOT);
        return done.reason() == null ? road : road + " " + done.reason();
    }

    private Closed end(Job job) {
        JobState state = job.state();
        if (state instanceof Closed closed) {
            return closed;
        }
        return ((Converting) state).done(clock.instant());
    }

    private Job build(Job job, Closed end, JobFolder folder) throws IOException {
        Instant start = clock.instant();
        boolean done = end instanceof JobState.Done;
        if (folder.source().isEmpty()) {
            // One that ends without having been begun here.
            files.fetch(job.id());
        }
        if (!done) {
            Disk.deleteTree(folder.out());
        }
        Modes.ownersFolder(folder.out());
        Path copy = folder.out().resolve("source." + job.source().extension());
        Files.deleteIfExists(copy);
        Optional<Path> source = folder.source();
        if (source.isPresent() || !isWithoutOriginal(end)) {
            Disk.linkOrCopy(folder.requireSource(), copy);
        }
        if (done && Files.exists(folder.cloudPicture())) {
            Path cloud = folder.out().resolve("cloud.png");
            Files.deleteIfExists(cloud);
            Disk.linkOrCopy(folder.cloudPicture(), cloud);
        }
        if (Files.exists(folder.unsurePicture())) {
            Path unsure = folder.out().resolve("cloud-unsure.png");
            Files.deleteIfExists(unsure);
            Disk.linkOrCopy(folder.unsurePicture(), unsure);
        }
        Optional<Path> sidecar = folder.issue();
        if (sidecar.isPresent()) {
            Path beside = folder.out().resolve(SIDECAR);
            Files.deleteIfExists(beside);
            Disk.linkOrCopy(sidecar.get(), beside);
        }
        if (!done && Files.exists(folder.marked())) {
            Path marked = folder.out().resolve(job.source().stem() + ".marked.png");
            Files.deleteIfExists(marked);
            Disk.linkOrCopy(folder.marked(), marked);
        }
        ticket(job, folder);
        weaves(folder);
        Job kept = Files.exists(copy) ? kept(job, copy, done ? folder.loomReport() : null) : job;
        Instant now = clock.instant();
        Job built = kept.withTimings(job.timings()
                .withPublish(
                        Duration.between(start, now).toMillis(),
                        Duration.between(job.admittedAt(), now).toMillis()));
        report(built, end, folder, done ? Reports.readLoom(folder.loomReport()) : null);
        return built;
    }

    /** Its files in {@code work/} are gone, or what is known of it. */
    private static boolean isWithoutOriginal(Closed end) {
        return end instanceof JobState.Failed failed && (failed.isSourceLost() || failed.isUnreadable());
    }

    /** Its writer may have gone on while it was worked on: the report describes the file that lies beside it. */
    private static Job kept(Job job, Path copy, @Nullable Path made) throws IOException {
        long size = Files.size(copy);
        String hash = Disk.sha256(copy);
        Source source = job.source();
        if (source.sha256() == null || hash.equals(source.sha256())) {
            return size == source.bytes() ? job : job.withSource(source.read(size, hash, null, null, null));
        }
        boolean isLater = made != null
                && Files.exists(made)
                && Files.getLastModifiedTime(copy).compareTo(Files.getLastModifiedTime(made)) > 0;
        if (isLater) {
            throw new SourceChangedException(job.source().name());
        }
        return job.withSource(source.read(size, hash, source.format(), source.width(), source.height()));
    }

    /** The files of the weaves that the ticket names. */
    private static void weaves(JobFolder folder) throws IOException {
        if (!Files.isDirectory(folder.weaves())) {
            return;
        }
        try (Stream<Path> files = Files.list(folder.weaves())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (!name.startsWith(".")) {
                    Path copy = folder.out().resolve(WEAVE + name);
                    // a picture may be called weave, too
                    if (!Files.exists(copy)) {
                        Disk.linkOrCopy(file, copy);
                    }
                }
            }
        }
    }

    /**
     * The ticket as it came; one that came by another way than a file, such as REST, in the same form. That of a point paper has also
     * what its folder and the paper itself say.
     */
    private static void ticket(Job job, JobFolder folder) throws IOException {
        Path copy = folder.out().resolve(TICKET);
        Files.deleteIfExists(copy);
        Path arrived = folder.ticket().orElse(null);
        if (arrived != null && !job.order().ticket().isAsIs()) {
            Disk.linkOrCopy(arrived, copy);
        } else if (!job.order().ticket().saysNothing()) {
            Disk.write(copy, job.order().ticket().written());
        }
    }

    private void report(Job job, Closed end, JobFolder folder, @Nullable Loom loom) throws IOException {
        Path json = folder.out().resolve(Outbox.REPORT);
        Path page = folder.out().resolve("report.html");
        Files.deleteIfExists(json);
        Files.deleteIfExists(page);
        Report report = Reporting.of(
                job, end, loom, outputFiles(folder.out(), job.source().stem()), node);
        ByteArrayOutputStream html = new ByteArrayOutputStream();
        ReportPage.write(report, new Surroundings(folder.out(), locale, home(end)), html);
        Disk.write(page, html.toByteArray());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Reports.write(report, bytes);
        Disk.write(json, bytes.toByteArray());
    }

    /** The gallery, from where the folder will lie. */
    private @Nullable String home(Closed end) {
        if (gallery == null) {
            return null;
        }
        return end instanceof JobState.Done ? "../index.html" : "../../index.html";
    }

    private static List<OutputFile> outputFiles(Path out, String stem) throws IOException {
        List<OutputFile> files = new ArrayList<>();
        for (Path file : Outbox.files(out)) {
            String name = file.getFileName().toString();
            files.add(new OutputFile(Role.of(name, stem), name, Files.size(file), Disk.sha256(file)));
        }
        return files;
    }
}
