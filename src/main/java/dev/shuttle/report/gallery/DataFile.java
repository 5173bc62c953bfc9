package dev.shuttle.report.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file of the gallery: it changes from one whole state to the next. It is not forced to the disk, since it can be made
 * anew from the folders.
 */
final class DataFile {
    private DataFile() {}

    static void write(Path file, byte[] bytes) throws IOException {
        Path part = file.resolveSibling(".part-" + file.getFileName());
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
