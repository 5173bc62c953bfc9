package dev.shuttle.app;

import dev.shuttle.pipeline.disk.Modes;
import dev.shuttle.settings.FileErrors;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lock on a work folder: two programs in one would do every interrupted job twice. */
public final class WorkLock {
    private static final Logger LOG = LoggerFactory.getLogger(WorkLock.class);

    private WorkLock() {}

    /**
     * Takes the lock, and makes the folder its owner's alone.
     *
     * @return what is to be closed to give it back
     * @throws StartException where another program has it
     */
    public static FileChannel take(Path work) {
        Path file = work.resolve("run.lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                Modes.restrict(work);
                Modes.ownersFile(file);
                return channel;
            }
            channel.close();
        } catch (OverlappingFileLockException inThisProcess) {
            LOG.debug("{} is locked by this process", file);
        } catch (IOException e) {
            throw new StartException(file + " cannot be locked: " + FileErrors.of(e), "check the rights and the disk");
        }
        throw new StartException(
                "another shuttle works in " + work,
                "stop it, or give this one folders of its own: --set shuttle.work=… shuttle.inbox=… shuttle.outbox=…");
    }
}
