package dev.shuttle.pipeline.intake;

import dev.shuttle.pipeline.disk.RawNames;
import dev.shuttle.pipeline.paper.SidecarName;
import dev.shuttle.recipe.TicketFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pictures and the tickets and sidecars beside them: they are taken together, once all have come to rest. */
public final class Pairs {
    private static final Logger LOG = LoggerFactory.getLogger(Pairs.class);

    /** So many times the settle time a ticket or a sidecar waits before it is reported as alone. */
    private static final int PATIENCE = 5;

    private final RestedFiles rested;
    private final Duration patience;
    private final InstantSource clock;
    private final Map<Path, Instant> alone = new ConcurrentHashMap<>();
    private final Set<Path> reported = ConcurrentHashMap.newKeySet();

    /** Watches with this patience. */
    public Pairs(RestedFiles rested, Duration settle, InstantSource clock) {
        this.rested = rested;
        this.patience = settle.multipliedBy(PATIENCE);
        this.clock = clock;
    }

    /** Looks at a file: returns whether it is a picture that can be taken now, with its ticket if it has one. */
    public boolean isReady(Path file) {
        return isReady(file, Siblings.ON_DISK);
    }

    /** The same by what a listing had. */
    boolean isReady(Path file, Siblings seen) {
        if (isCompanion(file)) {
            lookAtCompanion(file, seen);
            return false;
        }
        boolean pictureRests = rested.hasRested(file, seen);
        boolean ticketRests = ticketOf(file, seen)
                .map(ticket -> rested.hasRested(ticket, seen))
                .orElse(true);
        boolean sidecarRests = sidecarOf(file, seen)
                .map(sidecar -> rested.hasRested(sidecar, seen))
                .orElse(true);
        return ticketRests && sidecarRests && pictureRests;
    }

    /** Whether a file is a ticket or a sidecar, which are taken with their picture. */
    private static boolean isCompanion(Path file) {
        String name = String.valueOf(file.getFileName());
        return TicketFile.isTicket(name) || SidecarName.isOne(name);
    }

    /** The pictures that a ticket or a sidecar may belong to; none for other files. */
    static List<Path> picturesOf(Path file) {
        if (SidecarName.isOne(String.valueOf(file.getFileName()))) {
            return SidecarName.pictures(file);
        }
        return isCompanion(file) ? List.of(RawNames.without(file, TicketFile.ENDING)) : List.of();
    }

    /** What lies beside a picture that is known as a point paper. */
    public static Optional<Path> sidecarOf(Path picture) {
        return sidecarOf(picture, Siblings.ON_DISK);
    }

    static Optional<Path> sidecarOf(Path picture, Siblings seen) {
        return SidecarName.of(picture).stream().filter(seen::isPlain).findFirst();
    }

    /** The ticket that lies beside a picture. */
    public static Optional<Path> ticketOf(Path picture) {
        return ticketOf(picture, Siblings.ON_DISK);
    }

    static Optional<Path> ticketOf(Path picture, Siblings seen) {
        return Stream.of(".yaml", ".yml", ".YAML", ".YML")
                .map(ending -> RawNames.beside(picture, ending))
                .filter(seen::isPlain)
                .findFirst();
    }

    /** Whether a ticket or a sidecar has waited in vain, and was reported as alone. It stays; its picture may still come. */
    public boolean isAlone(Path companion) {
        return reported.contains(companion);
    }

    private void lookAtCompanion(Path companion, Siblings seen) {
        List<Path> pictures = picturesOf(companion);
        if (pictures.stream().anyMatch(picture -> seen.attributes(picture) != null)) {
            alone.remove(companion);
            reported.remove(companion);
            return;
        }
        Instant now = clock.instant();
        Instant since = alone.computeIfAbsent(companion, first -> now);
        if (Duration.between(since, now).compareTo(patience) >= 0 && reported.add(companion)) {
            LOG.warn(
                    "{} is a {} without its picture; it stays until {} comes",
                    RawNames.readable(companion),
                    pictures.size() == 1 ? "ticket" : "point paper's sidecar",
                    RawNames.readable(pictures.get(0)));
        }
    }
}
