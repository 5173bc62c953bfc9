package dev.shuttle.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shuttle.disk.Disk;
import dev.shuttle.disk.JobFolder;
import dev.shuttle.disk.Modes;
import dev.shuttle.job.JobId;
import dev.shuttle.job.Journal;
import dev.shuttle.job.Source.Origin;
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

    private final Origin from;
    private final String server;
    private final Path staging;
    private final long maxFileSize;
    private final RemoteListing listing;
    private final Claim claim;
    private final Journal journal;
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /**
     * Files of one server.
     *
     * @param server its address without a user's secret
     * @param work the work folder; what was fetched is staged in it
     * @param poll how often the server is looked at
     */
    public RemoteFiles(
            Origin from,
            String server,
            Path work,
            long maxFileSize,
            Duration settle,
            Duration poll,
            Claim claim,
            Journal journal,
            InstantSource clock) {
        this.from = from;
        this.server = server;
        this.staging = staging(work, from);
        this.maxFileSize = maxFileSize;
        this.listing = new RemoteListing(settle, poll, clock);
        this.claim = claim;
        this.journal = journal;
    }

    /** Where tickets wait for their picture. */
    public static Path staging(Path work, Origin from) {
        return work.resolve("arrivals").resolve(from.name().toLowerCase(Locale.ROOT));
    }

    /** Whether a folder may be looked into. */
    public boolean isOpen(String name) {
        return isSafe(name) && !RestedFiles.isTemporary(name);
    }

    /** Looks at a file in the listing, and tells whether it is to be fetched now. */
    public boolean isReady(String path, long size, Instant modified) {
        for (String part : path.split("/", -1)) {
            if (!isOpen(part)) {
                return false;
            }
        }
        if (size > maxFileSize) {
            if (told.add(path)) {
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
     * Takes a fetched file: a ticket waits for its picture, a picture is claimed.
     *
     * @param path below the server's folder
     * @param size in the listing
     * @return the claim; empty for a ticket, and for a picture that a job was made of before
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
        if (TicketFile.isTicket(path)) {
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
        Disk.move(file, staged);
        JobFolder folder = claim.take(staged, staging, from, identity);
        claimed.add(identity);
        listing.forget(path);
        return Optional.of(folder);
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
        if (!safe && told.add(name)) {
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
