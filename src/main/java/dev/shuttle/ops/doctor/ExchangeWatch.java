package dev.shuttle.ops.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shuttle.provider.FailureWords;
import dev.shuttle.provider.Wire;
import dev.shuttle.provider.WireAnswer;
import dev.shuttle.provider.WireRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Writes down each exchange of the examination. */
record ExchangeWatch(Records records, InstantSource clock) implements Wire.Watch {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void ended(WireRequest request, @Nullable WireAnswer answer, @Nullable Throwable failure, long nanos) {
        Instant at = clock.instant().minusNanos(nanos);
        long millis = TimeUnit.NANOSECONDS.toMillis(nanos);
        records.remember(answer == null ? broken(request, failure, at, millis) : answered(request, answer, at, millis));
    }

    private static Records.Exchange answered(WireRequest request, WireAnswer answer, Instant at, long millis) {
        JsonNode body = json(answer);
        return new Records.Exchange(
                request.method(),
                address(request.uri()),
                at,
                millis,
                answer.status(),
                text(body, "code"),
                text(body, "message"),
                Optional.ofNullable(text(body, "request_id"))
                        .or(() -> answer.header("x-request-id"))
                        .orElse(null),
                answer.header("Date").orElse(null),
                answer.header("X-Emulator").isPresent(),
                null);
    }

    private static Records.Exchange broken(WireRequest request, @Nullable Throwable failure, Instant at, long millis) {
        String host = String.valueOf(request.uri().getRawAuthority());
        return new Records.Exchange(
                request.method(),
                address(request.uri()),
                at,
                millis,
                null,
                null,
                null,
                null,
                null,
                false,
                failure == null ? "no answer" : FailureWords.of(failure, host));
    }

    static String address(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
    }

    private static JsonNode json(WireAnswer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            return JSON.nullNode();
        }
    }

    private static @Nullable String text(JsonNode body, String field) {
        String text = body.path(field).asText("");
        return text.isEmpty() ? null : text;
    }
}
