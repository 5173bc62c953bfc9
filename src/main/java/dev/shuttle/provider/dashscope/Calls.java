package dev.shuttle.provider.dashscope;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shuttle.provider.Exchanges;
import dev.shuttle.provider.OwnCode;
import dev.shuttle.provider.Sleeper;
import dev.shuttle.provider.Stage;
import dev.shuttle.provider.Wire;
import dev.shuttle.provider.WireAnswer;
import dev.shuttle.provider.WireRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Calls of DashScope's API: paths, headers, answers. */
final class Calls extends Exchanges {
    /** The longest answers, lists of tasks, have some ten kilobytes. */
    private static final long LONGEST_JSON = 4L * 1024 * 1024;

    /** A date in a header is cut to whole seconds. */
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    private static final Duration NOTABLE = Duration.ofSeconds(2);

    private final DashScopeSettings settings;
    private volatile Duration serviceAhead = Duration.ZERO;

    Calls(DashScopeSettings settings, Wire wire, InstantSource clock, RandomGenerator random, Sleeper sleeper) {
        super(settings.terms(), wire, clock, random, sleeper);
        this.settings = settings;
    }

    AnswerReader get(String path, Stage stage) {
        return read(exchange(getRequest(path, stage), stage), stage);
    }

    AnswerReader post(String path, Stage stage) {
        return read(exchange(postRequest(path, Map.of(), null, settings.requestTimeout(), stage), stage), stage);
    }

    WireRequest getRequest(String path, Stage stage) {
        return request("GET", path, Map.of(), null, settings.requestTimeout(), stage);
    }

    WireRequest postRequest(
            String path, Map<String, String> extra, byte @Nullable [] body, Duration timeout, Stage stage) {
        return request("POST", path, extra, body, timeout, stage);
    }

    private WireRequest request(
            String method,
            String path,
            Map<String, String> extra,
            byte @Nullable [] body,
            Duration timeout,
            Stage stage) {
        var headers = new HashMap<>(extra);
        headers.put("Authorization", "Bearer " + key(stage));
        headers.put("Accept", "application/json");
        if (settings.workspace() != null) {
            headers.put("X-DashScope-WorkSpace", settings.workspace());
        }
        return new WireRequest(method, URI.create(settings.baseUrl() + path), headers, body, LONGEST_JSON, timeout);
    }

    /** An answer whose body is JSON, or should be. */
    AnswerReader read(WireAnswer answer, Stage stage) {
        return read(answer, AnswerReader::parse, stage);
    }

    /** One whose JSON a route has read. */
    AnswerReader read(WireAnswer answer, Map<String, Object> json, Stage stage) {
        return read(answer, body -> DashScopeJson.mapper().valueToTree(json), stage);
    }

    private AnswerReader read(WireAnswer answer, Function<byte[], JsonNode> parser, Stage stage) {
        Instant now = clock().instant();
        answer.header("Date").ifPresent(date -> compareClocks(date, now));
        try {
            return new AnswerReader(answer, parser.apply(answer.body()), stage, now, masking());
        } catch (VirtualMachineError exhausted) {
            throw broken(OwnCode.ANSWER_LOST, exhausted, settings.baseUrl(), stage)
                    .thrown();
        }
    }

    /** How far the service's clock is ahead of this one, by its last answer; nothing where they agree as far as whole seconds show. */
    Duration serviceAhead() {
        return serviceAhead;
    }

    private void compareClocks(String date, Instant now) {
        try {
            Instant stated = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration ahead = Duration.between(now, stated.plus(HALF_A_SECOND));
            serviceAhead = ahead.abs().compareTo(NOTABLE) > 0 ? ahead : Duration.ZERO;
        } catch (DateTimeParseException otherForm) {
            // Then nothing new is known.
        }
    }
}
