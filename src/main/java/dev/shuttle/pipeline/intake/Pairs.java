package dev.shuttle.pipeline.intake;

import dev.shuttle.pipeline.disk.RawNames;
import dev.shuttle.recipe.TicketFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pictures and the tickets beside them: they are taken together, once both have come to rest. */
public final class Pairs {
    private static final Logger LOG = LoggerFactory.getLogger(Pairs.class);

    /** So many times the settle time a ticket waits before it is reported as alone. */
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
        if (TicketFile.isTicket(String.valueOf(file.getFileName()))) {
            lookAtTicket(file, seen);
            return false;
        }
        boolean pictureRests = rested.hasRested(file, seen);
        return ticketOf(file, seen)
                        .map(ticket -> rested.hasRested(ticket, seen))
                        .orElse(true)
                && pictureRests;
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

    /** Whether a ticket has waited in vain, and was reported as alone. It stays; its picture may still come. */
    public boolean isAlone(Path ticket) {
        return reported.contains(ticket);
    }

    private void lookAtTicket(Path ticket, Siblings seen) {
        Path picture = RawNames.without(ticket, TicketFile.ENDING);
        if (seen.attributes(picture) != null) {
            alone.remove(ticket);
            reported.remove(ticket);
            return;
        }
        Instant now = clock.instant();
        Instant since = alone.computeIfAbsent(ticket, first -> now);
        if (Duration.between(since, now).compareTo(patience) >= 0 && reported.add(ticket)) {
            LOG.warn(
                    "{} is a ticket without its picture; it stays until {} comes",
                    RawNames.readable(ticket),
                    RawNames.readable(picture));
        }
    }
}
