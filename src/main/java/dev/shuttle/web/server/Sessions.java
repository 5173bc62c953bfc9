package dev.shuttle.web.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shuttle.settings.FileErrors;
import dev.shuttle.settings.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The browsers that have shown the token: each has a random name, of which only the hash by the token is kept. So a restart signs
 * nobody out, another token signs everybody out, and who has signed out is out. Thread-safe.
 */
final class Sessions {
    static final Duration HOLDS = Duration.ofHours(12);
    static final Duration RESTS = Duration.ofHours(2);
    /** One more ends the one that was idle longest. */
    static final int MOST = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final int BYTES = 32;

    private final Path file;
    private final Secret token;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new HashMap<>();

    private record Session(Instant until, Instant seen) {
        boolean isOver(Instant now) {
            return !now.isBefore(until) || !now.isBefore(seen.plus(RESTS));
        }
    }

    /** @param file where they are kept over a restart */
    Sessions(Path file, Secret token, InstantSource clock) {
        this.file = file;
        this.token = token;
        this.clock = clock;
        read();
    }

    /** A new one's name. */
    synchronized String begin() {
        byte[] name = new byte[BYTES];
        random.nextBytes(name);
        Instant until = clock.instant().plus(HOLDS);
        String cookie = until.getEpochSecond() + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(name);
        sessions.put(hash(cookie), new Session(until, clock.instant()));
        while (sessions.size() > MOST) {
            sessions.entrySet().stream()
                    .min(Comparator.comparing(entry -> entry.getValue().seen()))
                    .ifPresent(eldest -> sessions.remove(eldest.getKey()));
        }
        write();
        return cookie;
    }

    synchronized boolean knows(String cookie) {
        String hash = hash(cookie);
        Session session = sessions.get(hash);
        if (session == null) {
            return false;
        }
        if (session.isOver(clock.instant())) {
            sessions.remove(hash);
            return false;
        }
        sessions.put(hash, new Session(session.until(), clock.instant()));
        return true;
    }

    synchronized void end(String cookie) {
        if (sessions.remove(hash(cookie)) != null) {
            write();
        }
    }

    private void read() {
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file, UTF_8) : List.of();
            for (String line : lines) {
                String[] words = line.split(" ", -1);
                Instant until = Instant.ofEpochSecond(Long.parseLong(words[1]));
                if (clock.instant().isBefore(until)) {
                    sessions.put(words[0], new Session(until, clock.instant()));
                }
            }
        } catch (IOException | RuntimeException unreadable) {
            LOG.warn("{} cannot be read; browsers sign in again", file);
        }
    }

    private void write() {
        StringBuilder lines = new StringBuilder();
        sessions.forEach((hash, session) -> lines.append(hash)
                .append(' ')
                .append(session.until().getEpochSecond())
                .append('\n'));
        try {
            // Only its owner reads a temporary file.
            Path next = Files.createTempFile(file.toAbsolutePath().getParent(), "sessions-", ".part");
            Files.writeString(next, lines, UTF_8);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn(
                    "{} cannot be written; after a restart browsers may have to sign in again: {}",
                    file,
                    FileErrors.of(e));
        }
    }

    private String hash(String cookie) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.get().getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(("session " + cookie).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
