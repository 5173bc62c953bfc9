package dev.shuttle.intake;

import dev.shuttle.recipe.TicketFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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

    /** So many times the settle time a ticket waits before it is told to be alone. */
    private static final int PATIENCE = 5;

    private final RestedFiles rested;
    private final Duration patience;
    private final InstantSource clock;
    private final Map<Path, Instant> alone = new ConcurrentHashMap<>();
    private final Set<Path> told = ConcurrentHashMap.newKeySet();

    /** Watches with this patience. */
    public Pairs(RestedFiles rested, Duration settle, InstantSource clock) {
        this.rested = rested;
        this.patience = settle.multipliedBy(PATIENCE);
        this.clock = clock;
    }

    /** Looks at a file, and tells whether it is a picture that can be taken now, with its ticket if it has one. */
    public boolean isReady(Path file) {
        if (TicketFile.isTicket(file.getFileName().toString())) {
            lookAtTicket(file);
            return false;
        }
        boolean pictureRests = rested.hasRested(file);
        return ticketOf(file).map(rested::hasRested).orElse(true) && pictureRests;
    }

    /** The ticket that lies beside a picture. */
    public static Optional<Path> ticketOf(Path picture) {
        String name = picture.getFileName().toString();
        return Stream.of(".yaml", ".yml", ".YAML", ".YML")
                .map(ending -> picture.resolveSibling(name + ending))
                .filter(ticket -> Files.isRegularFile(ticket, LinkOption.NOFOLLOW_LINKS))
                .findFirst();
    }

    /** Whether a ticket has waited in vain, and was told to be alone. It stays; its picture may still come. */
    public boolean isAlone(Path ticket) {
        return told.contains(ticket);
    }

    private void lookAtTicket(Path ticket) {
        String picture = TicketFile.pictureOf(ticket.getFileName().toString());
        if (Files.exists(ticket.resolveSibling(picture), LinkOption.NOFOLLOW_LINKS)) {
            alone.remove(ticket);
            told.remove(ticket);
            return;
        }
        Instant now = clock.instant();
        Instant since = alone.computeIfAbsent(ticket, first -> now);
        if (Duration.between(since, now).compareTo(patience) >= 0 && told.add(ticket)) {
            LOG.warn("{} is a ticket without its picture; it stays until {} comes", ticket, picture);
        }
    }
}
