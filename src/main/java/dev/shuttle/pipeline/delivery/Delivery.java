package dev.shuttle.pipeline.delivery;

import dev.shuttle.pipeline.job.JobId;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A finished job's folder on its way to a server.
 *
 * @param folder in the outbox
 * @param name its path on the server, below the folder that results go to
 */
public record Delivery(JobId id, Path folder, String name) {

    /**
     * One file of it.
     *
     * @param file in the outbox
     * @param name where it is written on the server
     */
    public record Part(File file, String name) {}

    /** Where it is put together on the server, unseen: other programs leave such names alone. */
    public String aside() {
        return ".part-" + folder.getFileName();
    }

    /** What is to be sent; a result is flat. */
    public List<Part> parts() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> new Part(file.toFile(), aside() + "/" + file.getFileName()))
                    .toList();
        }
    }
}
