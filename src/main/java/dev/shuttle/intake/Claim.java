package dev.shuttle.intake;

import dev.shuttle.disk.Disk;
import dev.shuttle.disk.JobFolder;
import dev.shuttle.disk.Modes;
import dev.shuttle.job.JobId;
import dev.shuttle.job.Source.Origin;
import dev.shuttle.recipe.TicketFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes a file a job's own by one atomic rename into {@code work/<id>/<origin>/…}. Name, preset folder and origin are in
 * the new path, so a kill right after the rename loses nothing: {@link Admission#readmit} reads them back.
 *
 * <p>A ticket goes first. Without its picture it is no job yet, and goes back where it came from: {@link #undo}.
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
        return take(file, arrivals, from, null);
    }

    /** The same for a file that was fetched from a server, where this identity tells it apart. */
    JobFolder take(Path file, Path arrivals, Origin from, @Nullable String identity) throws IOException {
        JobFolder folder = newFolder();
        try {
            if (identity != null) {
                folder.note(identity);
            }
            Optional<Path> ticket = Pairs.ticketOf(file);
            if (ticket.isPresent()) {
                Path beside = ticket.get();
                moved(beside, place(folder.tickets(), arrivals.relativize(beside), from));
            }
            moved(file, place(folder.root(), arrivals.relativize(file), from));
            return folder;
        } catch (IOException e) {
            undo(folder, arrivals, from);
            throw e;
        }
    }

    /** Copies a file that stays where it is and has no ticket. */
    public JobFolder copy(Path file, Origin from) throws IOException {
        return copy(file, null, from);
    }

    /**
     * Copies a file that stays where it is, such as one named on the command line.
     *
     * @param ticket its ticket, under any name; null where it has none
     */
    public JobFolder copy(Path file, @Nullable Path ticket, Origin from) throws IOException {
        JobFolder folder = newFolder();
        try {
            if (ticket != null) {
                String name = TicketFile.ticketOf(file.getFileName().toString());
                copied(ticket, place(folder.tickets(), Path.of(name), from));
            }
            copied(file, place(folder.root(), file.getFileName(), from));
            return folder;
        } catch (IOException e) {
            Disk.deleteTree(folder.root());
            throw e;
        }
    }

    /**
     * Takes a claim back that did not get its picture: the ticket returns to the folder it came from, and the job's folder,
     * which would be an unfinished job for ever, goes.
     */
    public static void undo(JobFolder folder, Path arrivals, Origin from) throws IOException {
        Path ticket = folder.ticket().orElse(null);
        Path tickets = folder.tickets().resolve(from.name().toLowerCase(Locale.ROOT));
        if (ticket != null && ticket.startsWith(tickets)) {
            giveBack(ticket, arrivals.resolve(tickets.relativize(ticket)));
        }
        Disk.deleteTree(folder.root());
    }

    private static void giveBack(Path ticket, Path place) throws IOException {
        Files.createDirectories(place.getParent());
        Path free = place;
        for (int i = 1; Files.exists(free); i++) {
            if (Files.size(free) == Files.size(ticket) && Disk.sha256(free).equals(Disk.sha256(ticket))) {
                return;
            }
            free = place.resolveSibling("returned-" + i + "-" + place.getFileName());
        }
        Disk.move(ticket, free);
        Modes.publishFile(free);
    }

    private JobFolder newFolder() throws IOException {
        while (true) {
            JobFolder folder =
                    JobFolder.of(work, JobId.next(clock.instant(), random).value());
            try {
                Modes.newOwnersFolder(folder.root());
                Disk.forceFolder(work);
                return folder;
            } catch (FileAlreadyExistsException taken) {
                // Another name, then.
            }
        }
    }

    private static Path place(Path root, Path relative, Origin from) throws IOException {
        Path place = root.resolve(from.name().toLowerCase(Locale.ROOT)).resolve(relative);
        Modes.ownersFolder(Objects.requireNonNull(place.getParent()));
        return place;
    }

    private static void moved(Path file, Path place) throws IOException {
        Disk.move(file, place);
        Modes.ownersFile(place);
    }

    private static void copied(Path file, Path place) throws IOException {
        Disk.copy(file, place);
        Modes.ownersFile(place);
    }
}
