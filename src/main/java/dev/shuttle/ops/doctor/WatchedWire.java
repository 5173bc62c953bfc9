package dev.shuttle.ops.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shuttle.dashscope.FailureWords;
import dev.shuttle.dashscope.Wire;
import dev.shuttle.dashscope.WireAnswer;
import dev.shuttle.dashscope.WireRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A wire that writes down each exchange. */
final class WatchedWire implements Wire {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Wire wire;
    private final Records records;
    private final InstantSource clock;

    WatchedWire(Wire wire, Records records, InstantSource clock) {
        this.wire = wire;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public WireAnswer exchange(WireRequest request) throws IOException {
        Instant at = clock.instant();
        try {
            WireAnswer answer = wire.exchange(request);
            records.remember(answered(request, at, answer));
            return answer;
        } catch (IOException | RuntimeException e) {
            records.remember(new Records.Exchange(
                    request.method(),
                    address(request.uri()),
                    at,
                    since(at),
                    null,
                    null,
                    null,
                    null,
                    null,
                    false,
                    FailureWords.of(e, String.valueOf(request.uri().getRawAuthority()))));
            throw e;
        }
    }

    private Records.Exchange answered(WireRequest request, Instant at, WireAnswer answer) {
        JsonNode body = json(answer);
        return new Records.Exchange(
                request.method(),
                address(request.uri()),
                at,
                since(at),
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

    private long since(Instant at) {
        return Duration.between(at, clock.instant()).toMillis();
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
