package dev.shuttle.pipeline.intake;

import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.job.JournalException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The inbox as the route looks into it: of several nodes that watch one folder, one reads it, so that a picture and its ticket are taken
 * by the same. That each file is taken once does not hang on it; its rename does that.
 */
public final class SharedInbox {
    private static final Logger LOG = LoggerFactory.getLogger(SharedInbox.class);

    private final Inbox inbox;
    private final BooleanSupplier isReader;
    private final BooleanSupplier takesMore;
    private boolean was;

    /**
     * Looks into this inbox while both say so.
     *
     * @param isReader asked at each look
     */
    public SharedInbox(Inbox inbox, BooleanSupplier isReader, BooleanSupplier takesMore) {
        this.inbox = inbox;
        this.isReader = isReader;
        this.takesMore = takesMore;
    }

    /**
     * Makes sure that a file leaves the inbox in one step, so that of two nodes one gets it, even where one was stopped in between.
     *
     * @throws IOException where that would be a copy
     */
    public static void checkMoves(Path folder, Path work) throws IOException {
        String name = ".part-" + UUID.randomUUID();
        Path there = Files.createFile(work.resolve(name));
        try {
            Files.move(there, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherDisk) {
            throw new IOException(
                    "shuttle.inbox.shared needs shuttle.work on the disk of the inbox, for each node its own folder there: "
                            + work + " is on another than " + folder);
        } finally {
            Files.deleteIfExists(there);
            Files.deleteIfExists(folder.resolve(name));
        }
    }

    /** What has come to rest, claimed group by group. */
    public Iterator<List<JobFolder>> arrivals() {
        return takesMore.getAsBoolean() && reads() ? inbox.arrivals() : Collections.emptyIterator();
    }

    private boolean reads() {
        boolean is;
        try {
            is = isReader.getAsBoolean();
        } catch (JournalException away) {
            is = false;
        }
        if (is && !was) {
            LOG.info("this node reads the inbox");
        } else if (was && !is) {
            LOG.info("this node does not read the inbox any more");
        }
        was = is;
        return is;
    }
}
