package dev.shuttle.pipeline.paper;

import dev.shuttle.loom.image.PictureDetails;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.JobFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What is known of a job's picture as a point paper: by the sidecar that came with it, else by the comment in it. */
public final class IssuedPapers {
    private IssuedPapers() {}

    /**
     * That of a job's folder.
     *
     * @param mostBytes of a picture that is looked into
     * @throws SidecarException where a sidecar came that cannot be read
     */
    public static Optional<Sidecar> of(JobFolder folder, long mostBytes) throws IOException, SidecarException {
        Optional<Path> sidecar = folder.issue();
        if (sidecar.isPresent()) {
            return Optional.of(read(sidecar.get()));
        }
        Path source = folder.requireSource();
        return Files.size(source) > mostBytes ? Optional.empty() : in(Disk.read(source));
    }

    /** The one that stands in a picture's file. */
    public static Optional<Sidecar> in(byte[] picture) {
        return PictureDetails.read(picture).texts().stream()
                .flatMap(text -> SidecarReader.ofComment(text).stream())
                .findFirst();
    }

    /**
     * Reads a sidecar's file.
     *
     * @throws SidecarException saying what is wrong with it
     */
    public static Sidecar read(Path file) throws IOException, SidecarException {
        String name = String.valueOf(file.getFileName());
        if (Files.size(file) > SidecarReader.MOST_BYTES) {
            throw new SidecarException(name + " is too large", "at most " + SidecarReader.MOST_BYTES + " bytes");
        }
        try {
            return SidecarReader.read(Files.readAllBytes(file));
        } catch (SidecarException e) {
            throw new SidecarException(name + ": " + e.getMessage(), e.hint());
        }
    }
}
