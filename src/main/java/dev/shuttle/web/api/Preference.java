package dev.shuttle.web.api;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How long a client wants to wait (RFC 7240).
 *
 * @param patience null: until the end
 * @param applied what is answered in Preference-Applied; null where nothing was asked for
 */
record Preference(@Nullable Duration patience, @Nullable String applied) {
    static Preference of(@Nullable String header) {
        boolean async = false;
        Integer wait = null;
        for (String part :
                header == null ? new String[0] : header.toLowerCase(Locale.ROOT).split("[,;]")) {
            String preference = part.strip();
            async |= preference.equals("respond-async");
            if (preference.matches("wait\\s*=\\s*\"?\\d{1,6}\"?")) {
                wait = Integer.valueOf(preference.replaceAll("\\D", ""));
            }
        }
        if (wait != null) {
            return new Preference(Duration.ofSeconds(wait), async ? "respond-async, wait=" + wait : "wait=" + wait);
        }
        return async ? new Preference(Duration.ZERO, "respond-async") : new Preference(null, null);
    }
}
