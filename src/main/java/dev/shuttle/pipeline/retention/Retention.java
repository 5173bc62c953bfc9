package dev.shuttle.pipeline.retention;

import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.publish.Outbox;
import dev.shuttle.pipeline.store.HandedOn;
import dev.shuttle.settings.FileErrors;
import dev.shuttle.settings.RetentionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes results that are old enough, each whole: renamed aside to a hidden name, so that it is gone at once, then deleted.
 * A kill in between leaves the hidden folder to the next time. The journal keeps what happened.
 */
public final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final String ASIDE = ".removed-";
    private static final int ID_LENGTH = 20;
    /** What has just ended may still be cleared away by who ended it. */
    private static final Duration AT_REST = Duration.ofHours(1);

    private static final Duration UNKNOWN = Duration.ofDays(7);

    private final RetentionSettings settings;
    private final Path work;
    private final Outbox outbox;
    private final HandedOn files;
    private final Locale locale;
    private final Journal journal;
    private final Predicate<JobId> isOwed;
    private final InstantSource clock;
    private final Shutdown shutdown;

    /**
     * Clears one outbox and one work folder.
     *
     * @param isOwed whether a result is still to be delivered
     */
    public Retention(
            RetentionSettings settings,
            Path work,
            Outbox outbox,
            HandedOn files,
            Locale locale,
            Journal journal,
            Predicate<JobId> isOwed,
            InstantSource clock,
            Shutdown shutdown) {
        this.settings = settings;
        this.work = work;
        this.outbox = outbox;
        this.files = files;
        this.locale = locale;
        this.journal = journal;
        this.isOwed = isOwed;
        this.clock = clock;
        this.shutdown = shutdown;
    }

    /** Clears away what is due. What cannot be removed now is tried again the next time, and stops nothing. */
    public void sweep() {
        int removed = swept(outbox.root(), settings.done())
                + swept(outbox.root().resolve("rejected"), settings.other())
                + swept(outbox.root().resolve("failed"), settings.other());
        if (removed > 0) {
            refreshGallery();
        }
        clearWork();
        files.sweep(this::isOver);
    }

    private int swept(Path place, @Nullable Duration keep) {
        int removed = 0;
        for (Path folder : folders(place)) {
            String name = folder.getFileName().toString();
            if (shutdown.hasBegun()) {
                return removed;
            }
            try {
                if (name.startsWith(ASIDE)) {
                    Disk.deleteTree(folder);
                } else if (keep != null && isDue(folder, keep)) {
                    remove(folder);
                    removed++;
                }
            } catch (IOException | RuntimeException e) {
                LOG.atWarn()
                        .addKeyValue("folder", folder)
                        .log("could not be removed, is tried again: {}", FileErrors.of(e));
            }
        }
        return removed;
    }

    /** Ours, ended, old enough by the report's time, and not owed to a server. */
    private boolean isDue(Path folder, Duration keep) throws IOException {
        Path report = folder.resolve("report.json");
        JobId id = id(folder).orElse(null);
        if (id == null || !Files.isRegularFile(report, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Instant made = Files.getLastModifiedTime(report).toInstant();
        return made.plus(keep).isBefore(clock.instant())
                && !isOwed.test(id)
                // A claim that is still there may be recovered, and must find what was made of it.
                && !Files.exists(work.resolve(id.value()))
                && journal.find(id).map(Job::isFinal).orElse(true);
    }

    private void remove(Path folder) throws IOException {
        Path aside = folder.resolveSibling(ASIDE + id(folder).orElseThrow());
        Files.move(folder, aside, StandardCopyOption.ATOMIC_MOVE);
        Disk.forceFolder(folder.getParent());
        Disk.deleteTree(aside);
        LOG.atInfo()
                .addKeyValue("job", id(aside).orElseThrow())
                .addKeyValue("folder", folder)
                .log("removed, its time is over");
    }

    /** Folders of jobs that have ended: whoever ended them was killed, or the disk was not willing. */
    private void clearWork() {
        for (Path folder : folders(work)) {
            try {
                JobId id = JobId.isOne(folder.getFileName().toString())
                        ? new JobId(folder.getFileName().toString())
                        : null;
                if (id != null && journal.find(id).filter(this::isAtRest).isPresent()) {
                    Disk.deleteTree(folder);
                }
            } catch (IOException | RuntimeException e) {
                LOG.atWarn()
                        .addKeyValue("folder", folder)
                        .log("could not be cleared, is tried again: {}", FileErrors.of(e));
            }
        }
    }

    /** Also of one that the journal does not know: it was killed before it was entered, and is put there anew. */
    private boolean isOver(JobId id) {
        try {
            return journal.find(id)
                    .map(this::isAtRest)
                    .orElse(id.madeAt().plus(UNKNOWN).isBefore(clock.instant()));
        } catch (RuntimeException away) {
            return false;
        }
    }

    private boolean isAtRest(Job job) {
        return job.isFinal() && job.state().since().plus(AT_REST).isBefore(clock.instant());
    }

    private void refreshGallery() {
        try {
            outbox.refreshGallery(locale);
        } catch (IOException e) {
            LOG.warn("the gallery cannot be brought up to date until the next start: {}", FileErrors.of(e));
        }
    }

    private static Optional<JobId> id(Path folder) {
        String name = Objects.requireNonNull(folder.getFileName()).toString();
        String end = name.substring(Math.max(0, name.length() - ID_LENGTH));
        return JobId.isOne(end) ? Optional.of(new JobId(end)) : Optional.empty();
    }

    private List<Path> folders(Path place) {
        if (shutdown.hasBegun() || !Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(place)) {
            return children.filter(child -> Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("folder", place).log("cannot be looked through: {}", FileErrors.of(e));
            return List.of();
        }
    }
}
