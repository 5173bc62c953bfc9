package dev.shuttle.ops.doctor;

import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.settings.FileErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A file of our own in somebody's folder. Its name begins with a dot, which the intake and the outbox leave alone; one that a kill left
 * behind goes with a later examination.
 */
final class Probe implements AutoCloseable {
    private static final String PREFIX = ".shuttle-doctor-";
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private Path file;

    private Probe(Path file) {
        this.file = file;
    }

    /** Written and forced to the disk. */
    static Probe in(Path folder, InstantSource clock) throws IOException {
        clear(folder, clock.instant());
        Probe probe = new Probe(named(folder));
        try {
            Disk.write(probe.file, new byte[] {'?'});
            return probe;
        } catch (IOException e) {
            probe.close();
            throw e;
        }
    }

    /** Renames it, into this folder. */
    void rename(Path folder) throws IOException {
        Path other = named(folder);
        Files.move(file, other, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        file = other;
        Disk.forceFolder(folder);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException leftForLater) {
            file.toFile().deleteOnExit();
        }
    }

    /** The folder itself, or the next one above it that is there. */
    static Optional<Path> existing(Path folder) {
        for (Path up = folder; up != null; up = up.getParent()) {
            if (Files.exists(up)) {
                return Optional.of(up);
            }
        }
        return Optional.empty();
    }

    /** In few words, without the path where the message has it in front. */
    static String why(IOException failure) {
        return FileErrors.reason(failure);
    }

    private static Path named(Path folder) {
        return folder.resolve(PREFIX + UUID.randomUUID());
    }

    private static void clear(Path folder, Instant now) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> old = files.filter(file -> file.getFileName().toString().startsWith(PREFIX))
                    .filter(file -> isForgotten(file, now))
                    .toList();
            for (Path each : old) {
                Files.deleteIfExists(each);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isForgotten(Path file, Instant now) {
        try {
            return Files.getLastModifiedTime(file).toInstant().plus(FORGOTTEN).isBefore(now);
        } catch (IOException gone) {
            return false;
        }
    }
}
