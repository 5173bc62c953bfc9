package dev.shuttle.pipeline.store;

import dev.shuttle.pipeline.disk.JobFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What of a job is handed on together. */
enum Part {
    /** The picture as it arrived, and all that came with it; the picture last, for with it the claim counts as whole. */
    SOURCE("source"),
    /** What the cloud returned. */
    CLOUD("cloud"),
    /** The finished folder, ready for the outbox. */
    FINISHED("finished");

    private static final Set<String> MADE_HERE = Set.of("out", "finished", "intent.json", "loom.json", "marked.png");

    private final String list;

    Part(String list) {
        this.list = list;
    }

    /** What its list of files is called. */
    String list() {
        return list;
    }

    /** Its files that are in a job's folder. */
    List<Path> files(JobFolder folder) throws IOException {
        return switch (this) {
            case SOURCE -> source(folder);
            case CLOUD ->
                Stream.of(folder.cloudPicture(), folder.unsurePicture())
                        .filter(Part::isPlain)
                        .toList();
            case FINISHED -> under(folder.out());
        };
    }

    private static List<Path> source(JobFolder folder) throws IOException {
        Path picture = folder.source().orElse(null);
        if (picture == null) {
            return List.of();
        }
        List<Path> files = new ArrayList<>(under(folder.root()).stream()
                .filter(file -> !MADE_HERE.contains(
                        folder.root().relativize(file).getName(0).toString()))
                .filter(file -> !file.equals(folder.cloudPicture()) && !file.equals(folder.unsurePicture()))
                .filter(file -> !file.equals(picture))
                .toList());
        files.add(picture);
        return files;
    }

    private static List<Path> under(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !folder.relativize(file).toString().startsWith(".part-"))
                    .filter(file -> !file.getFileName().toString().startsWith(".part-"))
                    .filter(Part::isPlain)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isPlain(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }
}
