package dev.shuttle.pipeline.intake;

import dev.shuttle.pipeline.paper.SidecarName;
import dev.shuttle.recipe.TicketFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a server's folders look like from one listing to the next: which file rests, and which tickets and sidecars belong to which picture. */
final class RemoteListing {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteListing.class);

    private final Duration settle;
    private final Duration fresh;
    private final InstantSource clock;
    private final Map<String, Look> looks = new ConcurrentHashMap<>();
    private final Map<String, Duration> unfinished = new ConcurrentHashMap<>();
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    private record Look(long size, Instant modified, Instant first, Instant last) {}

    /** @param poll how often the server is looked at */
    RemoteListing(Duration settle, Duration poll, InstantSource clock) {
        this.settle = settle;
        this.fresh = poll.multipliedBy(3).plusSeconds(5);
        this.clock = clock;
    }

    /** Looks at a file: returns whether it can be fetched now: a picture with its ticket, a ticket with its picture. */
    boolean isReady(String path, long size, Instant modified) {
        Instant now = clock.instant();
        looks.values().removeIf(look -> !isFresh(look, now));
        looks.compute(path, (name, before) -> {
            boolean same =
                    before != null && before.size() == size && before.modified().equals(modified);
            return new Look(size, modified, same ? before.first() : now, now);
        });
        if (!rests(path)) {
            return false;
        }
        if (TicketFile.isTicket(path) || SidecarName.isOne(path)) {
            return isWithItsPicture(path);
        }
        String ticket = ticketOf(path);
        String sidecar = sidecarOf(path);
        return (ticket == null || rests(ticket)) && (sidecar == null || rests(sidecar));
    }

    /** The sidecar that was seen beside a picture lately. */
    @Nullable
    String sidecarOf(String picture) {
        return paths(SidecarName.of(Path.of(picture)))
                .filter(looks::containsKey)
                .findFirst()
                .orElse(null);
    }

    private static Stream<String> paths(List<Path> paths) {
        return paths.stream().map(path -> path.toString().replace('\\', '/'));
    }

    /** The ticket that was seen beside a picture lately. */
    @Nullable
    String ticketOf(String picture) {
        return Stream.of(".yaml", ".yml", ".YAML", ".YML")
                .map(ending -> picture + ending)
                .filter(looks::containsKey)
                .findFirst()
                .orElse(null);
    }

    /** What was fetched will be gone from the server. */
    void forget(String path) {
        looks.remove(path);
        unfinished.remove(path);
    }

    /** Whether a file in the listing has not been the same for so long. */
    boolean hasChangedWithin(String path, Duration time) {
        Look look = looks.get(path);
        return look != null && Duration.between(look.first(), clock.instant()).compareTo(time) < 0;
    }

    /** What was fetched of a file lacks its end: it is fetched again once it has rested for so long. */
    void isUnfinished(String path, Duration patience) {
        unfinished.put(path, patience);
    }

    private boolean isWithItsPicture(String companion) {
        List<String> pictures = SidecarName.isOne(companion)
                ? paths(SidecarName.pictures(Path.of(companion))).toList()
                : List.of(TicketFile.pictureOf(companion));
        String picture =
                pictures.stream().filter(looks::containsKey).findFirst().orElse(null);
        if (picture != null) {
            return rests(picture);
        }
        if (reported.add(companion)) {
            LOG.warn("{} on the server is without its picture; it stays until {} comes", companion, pictures.get(0));
        }
        return false;
    }

    /** A file that was long not seen, as after a broken connection, is watched anew. */
    private boolean isFresh(Look look, Instant now) {
        return Duration.between(look.last(), now).compareTo(fresh) <= 0;
    }

    private boolean rests(String path) {
        Look look = looks.get(path);
        if (look == null) {
            return false;
        }
        Duration usual = look.size() == 0 ? settle.multipliedBy(5) : settle;
        Duration patience = unfinished.getOrDefault(path, usual);
        return Duration.between(look.first(), clock.instant()).compareTo(patience) >= 0;
    }
}
