package dev.shuttle.pipeline.publish;

import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.Modes;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState;
import dev.shuttle.report.Reports;
import dev.shuttle.report.gallery.Gallery;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where finished jobs lie: {@code <stem>-<id>}, {@code rejected/<stem>-<id>} or {@code failed/<stem>-<id>}.
 *
 * @param root the outbox folder
 */
public record Outbox(Path root) {
    /** The file that every finished job has; a folder without it is none of ours. */
    static final String REPORT = "report.json";

    private static final String PASSING = ".outbox";

    /** Where results pass through before they are put elsewhere: a hidden folder, which has no gallery. */
    public static Outbox passing(Path folder) {
        return new Outbox(folder.resolve(PASSING));
    }

    /** Whether somebody looks at it. */
    boolean hasGallery() {
        return !root.endsWith(PASSING);
    }

    /**
     * Brings the gallery in line with the folders: what was deleted goes, what is missing comes.
     *
     * @param locale the language the page shows first; null leaves it to the browser
     */
    public void refreshGallery(@Nullable Locale locale) throws IOException {
        if (hasGallery()) {
            new Gallery(root, locale).refresh();
        }
    }

    /** The place for a job that ended like this. */
    public Path place(Job job, JobState.Closed end) {
        String name = job.folderName();
        if (end instanceof JobState.Rejected) {
            return root.resolve("rejected").resolve(name);
        }
        return end instanceof JobState.Failed ? root.resolve("failed").resolve(name) : root.resolve(name);
    }

    /** Where the job already lies, if a kill came between its publishing and the journal's last commit. */
    public Optional<Path> placeOf(Job job) {
        String name = job.folderName();
        return Stream.of(
                        root.resolve(name),
                        root.resolve("rejected").resolve(name),
                        root.resolve("failed").resolve(name))
                .filter(place -> Files.isRegularFile(place.resolve(REPORT)))
                .findFirst();
    }

    /** How the job ended, if it already lies in the outbox. */
    public Optional<JobState.Closed> endOf(Job job) {
        return placeOf(job).map(place -> {
            try {
                return endIn(place);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** How the job ended whose finished folder this is. */
    public static JobState.Closed endIn(Path place) throws IOException {
        try (InputStream in = Files.newInputStream(place.resolve(REPORT))) {
            return Reporting.end(
                    Reports.read(in), Files.getLastModifiedTime(place).toInstant());
        }
    }

    /** Puts the original into the folder of a job that had to end without it, and that has come back since. */
    public void complete(Job job, JobState.Closed end, Path original) throws IOException {
        Path place = placeOf(job).orElse(place(job, end));
        Files.createDirectories(place);
        Path source = place.resolve("source." + job.source().extension());
        if (!Files.exists(source)) {
            Disk.copy(original, source);
            Modes.publishFile(source);
        }
    }

    /** Makes a finished folder appear at its place in one step, its bytes on the disk before its name. */
    static void publish(Path folder, Path place) throws IOException {
        forceAll(folder);
        Files.createDirectories(Objects.requireNonNull(place.getParent()));
        Modes.publishFolder(folder);
        try {
            Files.move(folder, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherFileSystem) {
            Path aside = place.resolveSibling(".part-" + place.getFileName());
            Disk.deleteTree(aside);
            Files.createDirectory(aside);
            for (Path file : files(folder)) {
                Files.copy(file, aside.resolve(file.getFileName().toString()));
            }
            forceAll(aside);
            Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
        }
        Disk.forceFolder(place.getParent());
    }

    /** The files of a flat folder, by name. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void forceAll(Path folder) throws IOException {
        for (Path file : files(folder)) {
            Disk.force(file);
        }
        Disk.forceFolder(folder);
    }
}
