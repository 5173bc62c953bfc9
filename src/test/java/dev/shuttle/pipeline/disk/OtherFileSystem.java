package dev.shuttle.pipeline.disk;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of the tests' own on another file system than the temporary folder's, where this machine has one. */
public final class OtherFileSystem implements AutoCloseable {
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");

    private final Path folder;

    private OtherFileSystem(Path folder) {
        this.folder = folder;
    }

    /** Skips the test where there is none. */
    public static OtherFileSystem than(Path here) throws IOException {
        assumeTrue(Files.isWritable(SHARED_MEMORY), "no /dev/shm to write to");
        assumeTrue(
                !Files.getFileStore(SHARED_MEMORY).equals(Files.getFileStore(here)),
                "/dev/shm is the file system of " + here);
        return new OtherFileSystem(Files.createTempDirectory(SHARED_MEMORY, "shuttle"));
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        Disk.deleteTree(folder);
    }
}
