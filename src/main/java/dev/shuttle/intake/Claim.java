package dev.shuttle.intake;

import dev.shuttle.disk.Disk;
import dev.shuttle.disk.JobFolder;
import dev.shuttle.job.JobId;
import dev.shuttle.job.Source.Origin;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Makes a file a job's own by one atomic rename into {@code work/<id>/<origin>/…}. Name, preset folder and origin are in
 * the new path, so a kill right after the rename loses nothing: {@link Admission#readmit} reads them back.
 */
public final class Claim {
    private final Path work;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** Claims into this work folder. */
    public Claim(Path work, InstantSource clock, RandomGenerator random) {
        this.work = work;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Moves a file out of the folder it arrived in.
     *
     * @param arrivals the folder that is watched; the path below it is kept
     */
    public JobFolder take(Path file, Path arrivals, Origin from) throws IOException {
        JobFolder folder = newFolder();
        return filled(folder, () -> Disk.move(file, place(folder, arrivals.relativize(file), from)));
    }

    /** Copies a file that stays where it is, such as one named on the command line. */
    public JobFolder copy(Path file, Origin from) throws IOException {
        JobFolder folder = newFolder();
        return filled(folder, () -> Disk.copy(file, place(folder, file.getFileName(), from)));
    }

    /** Puts the picture in; a folder that gets none would be an unfinished job for ever. */
    private static JobFolder filled(JobFolder folder, Filling filling) throws IOException {
        try {
            filling.run();
            return folder;
        } catch (IOException e) {
            Disk.deleteTree(folder.root());
            throw e;
        }
    }

    @FunctionalInterface
    private interface Filling {
        void run() throws IOException;
    }

    private JobFolder newFolder() throws IOException {
        while (true) {
            JobFolder folder =
                    JobFolder.of(work, JobId.next(clock.instant(), random).value());
            try {
                Files.createDirectory(folder.root());
                Disk.forceFolder(work);
                return folder;
            } catch (FileAlreadyExistsException taken) {
                // Another name, then.
            }
        }
    }

    private static Path place(JobFolder folder, Path relative, Origin from) throws IOException {
        Path place = folder.root().resolve(from.name().toLowerCase(Locale.ROOT)).resolve(relative);
        Files.createDirectories(place.getParent());
        return place;
    }
}
