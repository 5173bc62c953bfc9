package dev.shuttle.pipeline.intake;

import dev.shuttle.pipeline.job.JobId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Claimed pictures whose end seems to be missing: their writer may only have paused, and writes on into the file wherever it
 * was moved. They wait without a thread, for the patience that is set, counted from their last change; one that grows is judged
 * anew as soon as it has rested.
 */
public final class Unfinished {
    private final Duration settle;
    private final Duration patience;
    private final InstantSource clock;
    private final Map<JobId, Look> looks = new ConcurrentHashMap<>();

    /** @param judged size and time when its content was looked at last */
    private record Look(Path file, Stamp judged, Stamp now, Instant since) {}

    private record Stamp(long size, Instant modified) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new Stamp(seen.size(), seen.lastModifiedTime().toInstant());
        }
    }

    Unfinished(Duration settle, Duration patience, InstantSource clock) {
        this.settle = settle;
        this.patience = patience;
        this.clock = clock;
    }

    /** A picture whose end seems to be missing: whether it is to wait; false where it has rested long enough. */
    boolean isToWait(JobId id, Path file) throws IOException {
        Instant now = clock.instant();
        Stamp stamp = Stamp.of(file);
        Look look = looks.compute(id, (same, before) -> {
            boolean rests = before != null && before.now().equals(stamp);
            return new Look(file, stamp, stamp, rests ? before.since() : now);
        });
        if (Duration.between(look.since(), now).compareTo(patience) < 0) {
            return true;
        }
        looks.remove(id);
        return false;
    }

    /** It is whole, or waits no more. */
    public void forget(JobId id) {
        looks.remove(id);
    }

    /** Whether the job waits for its picture's end. */
    public boolean isWaiting(JobId id) {
        return looks.containsKey(id);
    }

    /** The jobs whose picture is to be judged anew now. */
    public List<JobId> due() {
        return looks.keySet().stream().filter(this::isDue).toList();
    }

    boolean isDue(JobId id) {
        Instant now = clock.instant();
        Look look = looks.computeIfPresent(id, (same, before) -> {
            try {
                Stamp stamp = Stamp.of(before.file());
                return new Look(
                        before.file(), before.judged(), stamp, stamp.equals(before.now()) ? before.since() : now);
            } catch (IOException gone) {
                return new Look(before.file(), before.judged(), before.now(), Instant.EPOCH);
            }
        });
        if (look == null) {
            return false;
        }
        Duration rest = Duration.between(look.since(), now);
        boolean grew = !look.now().equals(look.judged());
        return rest.compareTo(patience) >= 0 || (grew && rest.compareTo(settle) >= 0);
    }
}
