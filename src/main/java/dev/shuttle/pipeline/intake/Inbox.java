package dev.shuttle.pipeline.intake;

import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.intake.Left.Kind;
import dev.shuttle.settings.FileErrors;
import dev.shuttle.settings.Settings.Folders;
import dev.shuttle.settings.Settings.Intake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder that users drop their files into: what has come to rest is claimed, what cannot be taken is named once. */
public final class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    /** Claimed and entered in the journal together: many enough to share the disk's waits, few enough to go on soon. */
    private static final int GROUP = 200;

    /** All of a group is read before the first of it goes on. */
    private static final long GROUP_BYTES = 32L << 20;

    /** Who drops more at once waits for the next look. */
    private static final int MOST_IN_A_LOOK = 20_000;

    /** So often a claim may fail before it is no longer waited for, and as long as this it is left alone between tries. */
    private static final int TRIES = 3;

    private static final Duration NEXT_TRY = Duration.ofSeconds(10);

    /** A thousand links are not named one by one. */
    private static final int MOST_NAMED = 50;

    private final Path folder;
    private final List<Path> own;
    private final boolean recursive;
    private final Pairs pairs;
    private final Claim claim;
    private final InstantSource clock;
    private final Map<Path, Failing> failing = new ConcurrentHashMap<>();
    private volatile List<Left> left = List.of();
    private final Shutdown shutdown;

    private record Failing(Left left, int tries, Instant next) {}

    /** Watches the inbox among these folders. */
    public Inbox(Folders folders, Intake intake, Pairs pairs, Claim claim, InstantSource clock, Shutdown shutdown) {
        this.folder = folders.inbox();
        this.own = List.of(folders.outbox(), folders.work());
        this.recursive = intake.recursive();
        this.pairs = pairs;
        this.claim = claim;
        this.clock = clock;
        this.shutdown = shutdown;
    }

    /** Looks once, and claims what has come to rest, group by group, each on demand. */
    public Iterator<List<JobFolder>> arrivals() {
        if (shutdown.hasBegun()) {
            return Collections.emptyIterator();
        }
        InboxScan scan = InboxScan.of(folder, recursive, own);
        failing.keySet().retainAll(scan.files());
        List<Path> ready =
                scan.files().stream().filter(file -> pairs.isReady(file, scan)).toList();
        List<Left> seen = new ArrayList<>(scan.left());
        List<Path> takable = new ArrayList<>();
        for (Path file : ready) {
            Left why = refusal(file);
            if (why != null) {
                seen.add(why);
            } else if (takable.size() < MOST_IN_A_LOOK) {
                takable.add(file);
            }
        }
        name(seen);
        return new Groups(takable, scan);
    }

    /** Whether nothing is left there that will be taken; looks anew. */
    public boolean isEmpty() {
        InboxScan scan = InboxScan.of(folder, recursive, own);
        return scan.files().stream().allMatch(file -> pairs.isAlone(file) || isGivenUp(file));
    }

    /** What was not taken when this was looked at last. */
    public List<Left> left() {
        return left;
    }

    /** What would have been taken if it could. */
    public List<Left> inTrouble() {
        return left.stream().filter(one -> one.kind() == Kind.IN_TROUBLE).toList();
    }

    private boolean isGivenUp(Path file) {
        Failing known = failing.get(file);
        return (known != null && known.tries() >= TRIES)
                || Pairs.picturesOf(file).stream().anyMatch(this::isFailing);
    }

    private boolean isFailing(Path picture) {
        Failing known = failing.get(picture);
        return known != null && known.tries() >= TRIES;
    }

    /** Why a file that has come to rest is not to be claimed now. */
    private @Nullable Left refusal(Path file) {
        Failing known = failing.get(file);
        Left why = seen(file);
        if (why != null) {
            failing.put(file, new Failing(why, TRIES, clock.instant()));
            return why;
        }
        return known == null || !clock.instant().isBefore(known.next()) ? null : known.left();
    }

    private static @Nullable Left seen(Path file) {
        Path readable = InboxScan.readable(file);
        if (Claim.isShared(file)) {
            return Left.byRule(readable, Claim.SHARED);
        }
        for (Path needed : Stream.of(Optional.of(file), Pairs.ticketOf(file), Pairs.sidecarOf(file))
                .flatMap(Optional::stream)
                .toList()) {
            if (!Files.isReadable(needed) && Files.exists(needed)) {
                return Left.inTrouble(
                        InboxScan.readable(needed),
                        "may not be read; let the program's user read it, then it is taken");
            }
        }
        return null;
    }

    /** Names what is new among the things that stay; what is gone and comes again is named again. */
    private void name(List<Left> seen) {
        Set<Left> before = Set.copyOf(left);
        List<Left> fresh = seen.stream().filter(one -> !before.contains(one)).toList();
        fresh.stream().limit(MOST_NAMED).forEach(one -> LOG.warn("{}", one));
        if (fresh.size() > MOST_NAMED) {
            LOG.warn("{} more things in {} are not taken", fresh.size() - MOST_NAMED, folder);
        }
        left = List.copyOf(seen);
    }

    private void failed(Path file, IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return;
        }
        Left why = Left.inTrouble(
                InboxScan.readable(file), "cannot be taken out of its folder: " + FileErrors.of(failure));
        int tries = 1;
        Failing before = failing.get(file);
        if (before != null) {
            tries = before.tries() + 1;
        } else {
            LOG.warn("{}", why);
        }
        Instant next = tries < TRIES ? clock.instant() : clock.instant().plus(NEXT_TRY);
        failing.put(file, new Failing(why, tries, next));
        List<Left> more = new ArrayList<>(left);
        more.remove(why);
        more.add(why);
        left = List.copyOf(more);
    }

    private final class Groups implements Iterator<List<JobFolder>> {
        private final List<Path> ready;
        private final InboxScan scan;
        private int next;

        Groups(List<Path> ready, InboxScan scan) {
            this.ready = ready;
            this.scan = scan;
        }

        @Override
        public boolean hasNext() {
            return !shutdown.hasBegun() && next < ready.size();
        }

        @Override
        public List<JobFolder> next() {
            if (next >= ready.size()) {
                throw new NoSuchElementException();
            }
            int from = next;
            long bytes = 0;
            while (next < ready.size() && next - from < GROUP && (next == from || bytes < GROUP_BYTES)) {
                bytes += size(ready.get(next));
                next++;
            }
            Map<Path, IOException> failures = new LinkedHashMap<>();
            List<JobFolder> taken = claim.takeAll(ready.subList(from, next), scan.root(), failures::put);
            failures.forEach(Inbox.this::failed);
            return taken;
        }

        private long size(Path file) {
            var seen = scan.attributes(file);
            return seen == null ? 0 : seen.size();
        }
    }
}
