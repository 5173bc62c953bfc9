package dev.shuttle.pipeline.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shuttle.loom.image.PictureEnd;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.disk.Modes;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.Source.Origin;
import dev.shuttle.pipeline.paper.SidecarName;
import dev.shuttle.recipe.TicketFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files of an FTP or SFTP server: which may be fetched, and what becomes of one that was. Names in a listing are the
 * server's word and not trusted.
 */
public final class RemoteFiles {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteFiles.class);

    /** Not the name of any file. */
    private static final String UNREADABLE_NAMES = "/";

    private final Origin from;
    private final String server;
    private final Path staging;
    private final long maxFileSize;
    private final Duration patience;
    private final RemoteListing listing;
    private final Claim claim;
    private final Journal journal;
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    /**
     * Files of one server.
     *
     * @param server its address without a user's secret
     * @param work the work folder; what was fetched is staged in it
     * @param patience how long a file must rest there that looks cut short
     * @param poll how often the server is looked at
     */
    public RemoteFiles(
            Origin from,
            String server,
            Path work,
            long maxFileSize,
            Duration settle,
            Duration patience,
            Duration poll,
            Claim claim,
            Journal journal,
            InstantSource clock) {
        this.from = from;
        this.server = server;
        this.staging = staging(work, from);
        this.maxFileSize = maxFileSize;
        this.patience = patience;
        this.listing = new RemoteListing(settle, poll, clock);
        this.claim = claim;
        this.journal = journal;
    }

    /** Where tickets and sidecars wait for their picture. */
    public static Path staging(Path work, Origin from) {
        return work.resolve("arrivals").resolve(from.name().toLowerCase(Locale.ROOT));
    }

    /** Whether a file is a ticket or a sidecar, which wait for their picture, by its name. */
    public static boolean isCompanion(String name) {
        return TicketFile.isTicket(name) || SidecarName.isOne(name);
    }

    /** Whether a folder may be looked into. */
    public boolean isOpen(String name) {
        return isSafe(name) && !RestedFiles.isTemporary(name);
    }

    /** Looks at a file in the listing: returns whether it is to be fetched now. */
    public boolean isReady(String path, long size, Instant modified) {
        for (String part : path.split("/", -1)) {
            if (!isOpen(part)) {
                return false;
            }
        }
        if (path.indexOf('\uFFFD') >= 0) {
            unreadable(path);
            return false;
        }
        if (size > maxFileSize) {
            if (reported.add(path)) {
                LOG.warn(
                        "{} on {} has {} bytes; {} are allowed (shuttle.max-file-size): it stays there",
                        path,
                        server,
                        size,
                        maxFileSize);
            }
            return false;
        }
        return listing.isReady(path, size, modified);
    }

    /**
     * Takes a fetched file: a ticket or a sidecar waits for its picture, a picture is claimed.
     *
     * @param path below the server's folder
     * @param size in the listing
     * @return the claim; empty for a ticket and a sidecar, and for a picture that a job was made of before
     * @throws IOException where it is not whole, or its ticket is not there yet: it is to be fetched again
     */
    public Optional<JobFolder> take(Path file, String path, long size, Instant modified) throws IOException {
        if (Files.size(file) != size) {
            throw new IOException(
                    path + " has " + Files.size(file) + " bytes, not " + size + ": it changed while it was fetched");
        }
        Disk.force(file);
        Path staged = staging.resolve(path);
        Modes.ownersFolder(java.util.Objects.requireNonNull(staged.getParent()));
        Modes.ownersFile(file);
        if (isCompanion(path)) {
            Disk.move(file, staged);
            listing.forget(path);
            return Optional.empty();
        }
        String identity = identity(file, path, size, modified);
        Optional<JobId> known = journal.arrived(identity);
        if (known.isPresent()) {
            LOG.info("{} on {} was fetched before, for job {}", path, server, known.get());
            claimed.remove(identity);
            Files.delete(file);
            listing.forget(path);
            return Optional.empty();
        }
        if (claimed.contains(identity)) {
            throw new IOException(path + " was fetched before, and waits for the journal");
        }
        if (listing.ticketOf(path) != null && Pairs.ticketOf(staged).isEmpty()) {
            throw new IOException(path + " waits for its ticket");
        }
        if (listing.sidecarOf(path) != null && Pairs.sidecarOf(staged).isEmpty()) {
            throw new IOException(path + " waits for its sidecar");
        }
        if (listing.hasChangedWithin(path, patience) && PictureEnd.isMissing(Disk.read(file))) {
            // Its uploader may have paused; moved now, the rest would go to where nobody fetches it.
            listing.isUnfinished(path, patience);
            throw new IOException(path + " lacks its end; it is fetched again once it has rested there for "
                    + patience.toSeconds() + " s (shuttle.inbox.patience)");
        }
        Disk.move(file, staged);
        JobFolder folder = claim.take(staged, staging, from, identity);
        claimed.add(identity);
        listing.forget(path);
        return Optional.of(folder);
    }

    /** Such a name cannot be given back to the server; each of them is of one cause, so one warning does for all. */
    private void unreadable(String path) {
        if (reported.add(UNREADABLE_NAMES)) {
            LOG.warn(
                    "{} has files whose names are not in the characters that are set, such as {}: they stay there. {}",
                    server,
                    path,
                    from == Origin.FTP
                            ? "Set shuttle.ftp.charset to what the server speaks, mostly GBK"
                            : "Put ?filenameEncoding=GBK, or what the server speaks, behind its address");
        }
    }

    /** Same place, size, time and bytes: the same file. A server's times can be as coarse as a day. */
    private String identity(Path file, String path, long size, Instant modified) throws IOException {
        String words = String.join("\n", server, path, String.valueOf(size), modified.toString(), Disk.sha256(file));
        return Disk.sha256(words.getBytes(UTF_8));
    }

    /** CVE-2026-79983: a hostile server lists names that lead out of the folder. */
    private boolean isSafe(String name) {
        boolean safe = !name.isEmpty()
                && !name.equals(".")
                && !name.equals("..")
                && !name.matches(".*[/\\\\\\p{Cntrl}].*")
                && isPath(name);
        if (!safe && reported.add(name)) {
            LOG.warn("{} lists a name that is no file name; it is left alone", server);
        }
        return safe;
    }

    private static boolean isPath(String name) {
        try {
            return Path.of(name).getNameCount() == 1;
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
