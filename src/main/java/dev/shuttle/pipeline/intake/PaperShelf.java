package dev.shuttle.pipeline.intake;

import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.disk.Modes;
import dev.shuttle.pipeline.paper.IssuedPapers;
import dev.shuttle.pipeline.paper.Sidecar;
import dev.shuttle.pipeline.paper.SidecarException;
import dev.shuttle.pipeline.paper.SidecarName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The outbox as the place where point papers were issued: a paper that comes back with nothing but its comment is looked up there,
 * since the comment does not have the cells.
 *
 * @param outbox may be missing
 */
record PaperShelf(Path outbox) {
    /** A name that is dropped every day has many results; the newest are the likeliest. */
    private static final int MOST_LOOKED_AT = 200;

    /** What is known of a job's paper; what was found in the outbox lies in its folder afterwards. */
    Optional<Sidecar> of(JobFolder folder, long mostBytes) throws IOException, SidecarException {
        Optional<Sidecar> known = IssuedPapers.of(folder, mostBytes);
        if (known.isEmpty() || known.get().cells() != null) {
            return known;
        }
        Path file = file(known.get());
        if (file == null) {
            return known;
        }
        Disk.copy(file, folder.foundIssue());
        Modes.ownersFile(folder.foundIssue());
        return Optional.of(IssuedPapers.read(folder.foundIssue()));
    }

    /**
     * Puts the weaves by which a paper was issued into a job's folder: they may have come by REST, or have been drawn anew since.
     */
    void weaves(Sidecar issued, Collection<String> named, JobFolder folder) throws IOException {
        Path known = file(issued);
        Path result = known == null ? null : known.getParent();
        if (result == null) {
            return;
        }
        for (String name : Weaves.again(named, result, "weave.", folder.weaves())) {
            Modes.ownersFile(folder.weaves().resolve(name));
        }
    }

    private @Nullable Path file(Sidecar comment) throws IOException {
        for (Path place : places(comment.name())) {
            Path file = place.resolve(comment.name() + SidecarName.ENDING);
            if (Files.isRegularFile(file) && isThat(file, comment)) {
                return file;
            }
        }
        return null;
    }

    /** Results of that name, newest first: a job's number begins with its time. */
    private List<Path> places(String name) throws IOException {
        if (name.isEmpty() || !Files.isDirectory(outbox)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(outbox)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith(name + "-"))
                    .sorted(Comparator.reverseOrder())
                    .limit(MOST_LOOKED_AT)
                    .toList();
        }
    }

    private static boolean isThat(Path file, Sidecar comment) throws IOException {
        try {
            return IssuedPapers.read(file).comment().equals(comment.comment());
        } catch (SidecarException damaged) {
            return false;
        }
    }
}
