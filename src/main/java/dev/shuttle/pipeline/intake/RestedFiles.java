package dev.shuttle.pipeline.intake;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Finds the files that have come to rest: size and mtime unchanged for the settle time, by our own watching, because a copy
 * that keeps the original's mtime looks old from its first byte.
 */
public final class RestedFiles {
    /** What browsers, FTP servers, editors and file managers call a file they are still writing. */
    private static final Pattern TEMPORARY = Pattern.compile(
            "(?i)^\\..*|^~\\$.*|.*~|.*\\.(part|partial|tmp|temp|crdownload|download|filepart|opdownload|swp)"
                    + "|thumbs\\.db|desktop\\.ini");

    /** An empty file is mostly one whose first byte is on its way. */
    private static final int EMPTY_PATIENCE = 5;

    private final Duration settle;
    private final InstantSource clock;
    private final Map<Path, Look> looks = new ConcurrentHashMap<>();
    private final AtomicInteger sinceForgotten = new AtomicInteger();

    private record Look(long size, Instant modified, Instant first, Instant last) {}

    /** Watches with this patience. */
    public RestedFiles(Duration settle, InstantSource clock) {
        this.settle = settle;
        this.clock = clock;
    }

    /** Whether a name is one that only unfinished or hidden files have. */
    public static boolean isTemporary(String name) {
        return TEMPORARY.matcher(name).matches();
    }

    /** Looks at a file: returns whether it has rested long enough to be taken. */
    public boolean hasRested(Path file) {
        return hasRested(file, Siblings.ON_DISK);
    }

    /** The same, with what was seen of the file a moment ago. */
    boolean hasRested(Path file, Siblings seen) {
        if (isTemporary(String.valueOf(file.getFileName()))) {
            return false;
        }
        BasicFileAttributes now = seen.attributes(file);
        if (now == null) {
            looks.remove(file);
            return false;
        }
        return now.isRegularFile() && rested(file, now);
    }

    private boolean rested(Path file, BasicFileAttributes attributes) {
        Instant now = clock.instant();
        forgetOld(now);
        long size = attributes.size();
        Instant modified = attributes.lastModifiedTime().toInstant();
        Look look = looks.compute(file, (path, before) -> {
            boolean same =
                    before != null && before.size() == size && before.modified().equals(modified);
            return new Look(size, modified, same ? before.first() : now, now);
        });
        Duration patience = size == 0 ? settle.multipliedBy(EMPTY_PATIENCE) : settle;
        return Duration.between(look.first(), now).compareTo(patience) >= 0;
    }

    /** Files that nobody asks about any more are gone. They are sought once for as many looks as there are, not each time. */
    private void forgetOld(Instant now) {
        if (sinceForgotten.incrementAndGet() > Math.max(1000, looks.size())) {
            sinceForgotten.set(0);
            Instant old = now.minus(settle.multipliedBy(EMPTY_PATIENCE)).minusSeconds(60);
            looks.values().removeIf(look -> look.last().isBefore(old));
        }
    }
}
