package dev.shuttle.ops.alert;

import dev.shuttle.report.outcome.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message to an operator, as it is posted in JSON.
 *
 * @param version of this form: 1
 * @param recovered whether it says that all is well again
 * @param since when the trouble began
 * @param at when this was reported
 * @param code the service's code, where it has one
 * @param title the event in a few words
 * @param hint what to do; null where nothing is
 * @param count how often it was met since the last message: calls that were refused, jobs that failed
 * @param codes why jobs failed, with how many each; else empty
 * @param jobs the first ones
 * @param host this machine
 * @param instance this program's work folder, for a machine may have several
 */
public record Alert(
        int version,
        Event event,
        String severity,
        boolean recovered,
        Instant since,
        Instant at,
        @Nullable String code,
        String title,
        String message,
        @Nullable String hint,
        long count,
        Map<String, Long> codes,
        List<Affected> jobs,
        String host,
        String instance) {

    /** A job that is concerned. */
    public record Affected(String id, String file) {}

    /** The documented body. */
    byte[] json() {
        return Json.bytes(this);
    }
}
