package dev.shuttle.emulator;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Times as the service writes and reads them: Beijing's, without saying so. */
final class ServiceTime {
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(BEIJING);
    private static final DateTimeFormatter QUERIED = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

    private ServiceTime() {}

    static String of(Instant instant) {
        return WRITTEN.format(instant);
    }

    /** A time of a list call's query. */
    static Optional<Instant> queried(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, QUERIED).toInstant(BEIJING));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }
}
