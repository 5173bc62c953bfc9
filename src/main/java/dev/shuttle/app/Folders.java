package dev.shuttle.app;

import dev.shuttle.pipeline.disk.Modes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** What {@code convert} does with finished folders. */
public final class Folders {
    private Folders() {}

    /** Moves a result's files into a folder that may hold others; {@code report.json}, last, says that all are there. */
    public static void moveInto(Path result, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> files;
        try (Stream<Path> listed = Files.list(result)) {
            files = listed.sorted(java.util.Comparator.comparing(
                            file -> file.getFileName().toString().equals("report.json")))
                    .toList();
        }
        for (Path file : files) {
            Path place = folder.resolve(file.getFileName().toString());
            Files.move(file, place, StandardCopyOption.REPLACE_EXISTING);
            Modes.publishFile(place);
        }
    }
}
