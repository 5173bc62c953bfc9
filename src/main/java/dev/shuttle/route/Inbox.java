package dev.shuttle.route;

import dev.shuttle.disk.JobFolder;
import dev.shuttle.intake.Claim;
import dev.shuttle.intake.Pairs;
import dev.shuttle.intake.RestedFiles;
import dev.shuttle.job.Source.Origin;
import java.io.File;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the route {@code inbox} asks about a file. */
public final class Inbox implements GenericFileFilter<File> {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final Path folder;
    private final Pairs pairs;
    private final Claim claim;
    private volatile boolean stopping;
    private final Set<Path> stuck = ConcurrentHashMap.newKeySet();

    /** Watches this folder. */
    public Inbox(Path folder, Pairs pairs, Claim claim) {
        this.folder = folder;
        this.pairs = pairs;
        this.claim = claim;
    }

    /** Camel's question: is the file to be taken? Folders are looked into unless they are hidden. */
    @Override
    public boolean accept(GenericFile<File> file) {
        if (stopping) {
            return false;
        }
        return file.isDirectory()
                ? !RestedFiles.isTemporary(file.getFileNameOnly())
                : pairs.isReady(file.getFile().toPath().toAbsolutePath().normalize());
    }

    /** The program is stopping: nothing more is taken. */
    public void stop() {
        stopping = true;
    }

    /** Makes the file a job's own; null where that cannot be done now: it stays, and is tried again. */
    public @Nullable JobFolder claim(File file) {
        Path path = file.toPath().toAbsolutePath().normalize();
        if (stopping || !pairs.isReady(path)) {
            // Or a ticket has come since Camel looked.
            return null;
        }
        try {
            JobFolder claimed = claim.take(path, folder, Origin.INBOX);
            stuck.remove(path);
            return claimed;
        } catch (NoSuchFileException gone) {
            return null;
        } catch (IOException e) {
            if (stuck.add(path)) {
                LOG.warn("{} cannot be taken out of the inbox, and is tried again: {}", path, e.toString());
            }
            return null;
        }
    }

    /** Whether there is something to admit. */
    public boolean isClaimed(@Nullable Object body) {
        return body instanceof JobFolder;
    }
}
