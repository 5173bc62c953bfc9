package dev.shuttle.ops.doctor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Whether a Shuttle runs on a work folder: it holds {@code run.lock} alone. */
final class Running {
    private Running() {}

    /** Asks for a share of the lock, which a running Shuttle does not give, and hands it back at once. */
    static boolean on(Path work) {
        Path file = work.resolve("run.lock");
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                FileLock share = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return share == null;
        } catch (OverlappingFileLockException inThisProcess) {
            return true;
        } catch (IOException unknown) {
            return false;
        }
    }
}
