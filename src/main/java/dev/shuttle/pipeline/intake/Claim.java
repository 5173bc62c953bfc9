package dev.shuttle.pipeline.intake;

import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.disk.LinklessFolder;
import dev.shuttle.pipeline.disk.Modes;
import dev.shuttle.pipeline.disk.RawNames;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.Source.Origin;
import dev.shuttle.recipe.TicketFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a file a job's own by one atomic rename into {@code work/<id>/<origin>/…}. Name, preset folder and origin are in
 * the new path, so a kill right after the rename loses nothing: {@link Admission#readmit} reads them back.
 *
 * <p>A ticket and a sidecar go first. Without their picture they are no job yet, and go back where they came from: {@link #undo}.
 */
public final class Claim {
    /** What is said of a file that other names lead to, by which it could be changed at any time. */
    static final String SHARED =
            "has a second name elsewhere (a hard link) and is left alone; put a copy of it there instead";

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

    /**
     * The same for a picture that came with weaves by REST.
     *
     * @param weaves by the names of their files
     */
    public JobFolder take(Path file, Path arrivals, Map<String, byte[]> weaves) throws IOException {
        JobFolder folder = newFolder();
        return take(file, arrivals, Origin.REST, folder, () -> {
            if (!weaves.isEmpty()) {
                Modes.ownersFolder(folder.weaves());
                for (Map.Entry<String, byte[]> weave : weaves.entrySet()) {
                    Disk.write(folder.weaves().resolve(weave.getKey()), weave.getValue());
                }
            }
        });
    }

    /** The same for a file that was fetched from a server, where it has this identity. */
    JobFolder take(Path file, Path arrivals, Origin from, @Nullable String identity) throws IOException {
        JobFolder folder = newFolder();
        return take(file, arrivals, from, folder, () -> {
            if (identity != null) {
                folder.note(identity);
            }
        });
    }

    /** What has to lie in the folder before the picture does. */
    private interface Before {
        void run() throws IOException;
    }

    private JobFolder take(Path file, Path arrivals, Origin from, JobFolder folder, Before before) throws IOException {
        try {
            before.run();
            Optional<Path> ticket = Pairs.ticketOf(file);
            if (ticket.isPresent()) {
                Path beside = ticket.get();
                moved(beside, place(folder.tickets(), arrivals.relativize(beside), from));
            }
            Optional<Path> sidecar = Pairs.sidecarOf(file);
            if (sidecar.isPresent()) {
                Path beside = sidecar.get();
                moved(beside, place(folder.sidecars(), arrivals.relativize(beside), from));
            }
            moved(file, place(folder.root(), arrivals.relativize(file), from));
            return folder;
        } catch (IOException e) {
            undo(folder, arrivals, from);
            throw e;
        }
    }

    /**
     * Moves files out of the inbox, each as {@link #take} does, together: the folders are forced to the disk once for all of
     * them, before any of them goes on to the journal. No link on the way is followed, and what turns out to be no plain file
     * once it has been moved goes back.
     *
     * @param inbox its real path
     * @param failed is given each file that could not be taken, and why
     * @return the claims, in the files' order
     */
    List<JobFolder> takeAll(List<Path> files, Path inbox, BiConsumer<Path, IOException> failed) {
        List<JobFolder> taken = new ArrayList<>();
        Set<Path> changed = new LinkedHashSet<>();
        for (Path file : files) {
            try {
                taken.add(takeLinkless(file, inbox, changed));
            } catch (IOException e) {
                failed.accept(file, e);
            }
        }
        changed.add(work);
        Disk.forceFolders(changed);
        return taken;
    }

    private JobFolder takeLinkless(Path file, Path inbox, Set<Path> changed) throws IOException {
        JobFolder folder = unforcedFolder();
        Path from = Objects.requireNonNull(file.getParent());
        try (LinklessFolder arrivals = LinklessFolder.open(inbox, inbox.relativize(from))) {
            Path ticket = Pairs.ticketOf(file).orElse(null);
            if (ticket != null) {
                Path place = place(folder.tickets(), inbox.relativize(ticket), Origin.INBOX);
                claim(arrivals, ticket, place);
                changed.addAll(foldersAbove(place, folder));
            }
            Path sidecar = Pairs.sidecarOf(file).orElse(null);
            if (sidecar != null) {
                Path place = place(folder.sidecars(), inbox.relativize(sidecar), Origin.INBOX);
                claim(arrivals, sidecar, place);
                changed.addAll(foldersAbove(place, folder));
            }
            Path place = place(folder.root(), inbox.relativize(file), Origin.INBOX);
            claim(arrivals, file, place);
            changed.addAll(foldersAbove(place, folder));
            changed.add(from);
            return folder;
        } catch (IOException e) {
            undo(folder, inbox, Origin.INBOX);
            throw e;
        }
    }

    private static List<Path> foldersAbove(Path file, JobFolder folder) {
        return Stream.iterate(file.getParent(), made -> made != null && made.startsWith(folder.root()), Path::getParent)
                .toList();
    }

    /** Only where nobody else can change it any more is it known what was moved. */
    private static void claim(LinklessFolder arrivals, Path file, Path place) throws IOException {
        Path name = Objects.requireNonNull(file.getFileName());
        arrivals.moveOut(name, place);
        String refusal = refusal(place);
        if (refusal != null) {
            giveBack(place, arrivals);
            throw new NotPlainException(file, refusal);
        }
        Modes.ownersFile(place);
    }

    private static @Nullable String refusal(Path file) throws IOException {
        BasicFileAttributes moved = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!moved.isRegularFile()) {
            return "is no plain file and is left alone";
        }
        return isShared(file) ? SHARED : null;
    }

    /** Whether a file has other names, where the system knows it. */
    static boolean isShared(Path file) {
        try {
            Object names = Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS);
            return names instanceof Integer count && count > 1;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException notTold) {
            return false;
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
        return copy(file, ticket, null, from);
    }

    /**
     * The same of a point paper.
     *
     * @param sidecar what is known of it, under any name; null where nothing is
     */
    public JobFolder copy(Path file, @Nullable Path ticket, @Nullable Path sidecar, Origin from) throws IOException {
        JobFolder folder = newFolder();
        try {
            if (sidecar != null) {
                copied(sidecar, place(folder.sidecars(), sidecar.getFileName(), from));
            }
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
     * Takes a claim back that did not get its picture: the ticket and the sidecar return to the folder it came from, and the job's folder,
     * which would be an unfinished job for ever, goes.
     */
    public static void undo(JobFolder folder, Path arrivals, Origin from) throws IOException {
        giveBack(folder.ticket(), folder.tickets(), arrivals, from);
        giveBack(folder.sidecar(), folder.sidecars(), arrivals, from);
        Disk.deleteTree(folder.root());
    }

    private static void giveBack(Optional<Path> file, Path claimed, Path arrivals, Origin from) throws IOException {
        Path place = claimed.resolve(from.name().toLowerCase(Locale.ROOT));
        if (file.isPresent() && file.get().startsWith(place)) {
            giveBack(file.get(), arrivals, place.relativize(file.get()));
        }
    }

    /** Its folder may have become a link, or have gone, since; the ticket then goes to where all folders begin. */
    private static void giveBack(Path ticket, Path arrivals, Path relative) throws IOException {
        Path root = arrivals.toRealPath();
        try (LinklessFolder place = LinklessFolder.open(root, relative.getParent())) {
            giveBack(ticket, place);
        } catch (NoSuchFileException | NotDirectoryException gone) {
            try (LinklessFolder place = LinklessFolder.open(root)) {
                giveBack(ticket, place);
            }
        }
    }

    private static void giveBack(Path ticket, LinklessFolder place) throws IOException {
        Path name = Objects.requireNonNull(ticket.getFileName());
        Path free = name;
        for (int i = 1; place.exists(free); i++) {
            Path there = place.path().resolve(free);
            if (Files.isRegularFile(ticket, LinkOption.NOFOLLOW_LINKS)
                    && place.attributes(free).isRegularFile()
                    && Files.size(there) == Files.size(ticket)
                    && Disk.sha256(there).equals(Disk.sha256(ticket))) {
                return;
            }
            free = RawNames.beside(name, "returned-" + i + "-", "");
        }
        place.moveIn(ticket, free);
        Modes.publishFile(place.path().resolve(free));
        Disk.forceFolder(place.path());
    }

    private JobFolder newFolder() throws IOException {
        JobFolder folder = unforcedFolder();
        Disk.forceFolder(work);
        return folder;
    }

    private JobFolder unforcedFolder() throws IOException {
        while (true) {
            JobFolder folder =
                    JobFolder.of(work, JobId.next(clock.instant(), random).value());
            try {
                Modes.newOwnersFolder(folder.root());
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

    /** What was moved is not what it was seen to be, and is back where it was. */
    private static final class NotPlainException extends IOException {
        private static final long serialVersionUID = 1;

        NotPlainException(Path file, String why) {
            super(file.getFileName() + " " + why);
        }
    }
}
