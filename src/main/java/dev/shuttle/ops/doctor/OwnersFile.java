package dev.shuttle.ops.doctor;

import dev.shuttle.pipeline.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that only its owner can read, from its first byte on. */
final class OwnersFile {
    private OwnersFile() {}

    /** Writes it so that it appears whole; one of that name is replaced. */
    static void write(Path file, byte[] bytes) throws IOException {
        Path target = file.toAbsolutePath();
        // Temporary files are made with mode 0600.
        Path part = Files.createTempFile(target.getParent(), ".part-", ".zip");
        try {
            Disk.write(part, bytes);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            Disk.forceFolder(target.getParent());
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
