package dev.shuttle.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Calls of the API: headers, the key, failures by kind, and repeats of what may be repeated. */
final class Calls {
    /** The longest answers, lists of tasks, have some ten kilobytes. */
    private static final long LONGEST_JSON = 4L * 1024 * 1024;
    /** A longer wait is the caller's business: no thread is held for it. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    /** A date in a header is cut to whole seconds. */
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    private static final Duration NOTABLE = Duration.ofSeconds(2);

    private final DashScopeSettings settings;
    private final Wire wire;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Sleeper sleeper;
    private volatile Duration serviceAhead = Duration.ZERO;
    private final Masking masking;

    Calls(DashScopeSettings settings, Wire wire, InstantSource clock, RandomGenerator random, Sleeper sleeper) {
        this.settings = settings;
        this.wire = wire;
        this.clock = clock;
        this.random = random;
        this.sleeper = sleeper;
        this.masking = new Masking(settings.key());
    }

    Masking masking() {
        return masking;
    }

    InstantSource clock() {
        return clock;
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
        Instant now = clock.instant();
        answer.header("Date").ifPresent(date -> compareClocks(date, now));
        try {
            return new AnswerReader(answer, parser.apply(answer.body()), stage, now, masking);
        } catch (VirtualMachineError exhausted) {
            throw error(OwnCode.ANSWER_LOST, exhausted, settings.baseUrl(), stage)
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

    /** A blank or a newline that was copied along is dropped; anything else that is no visible ASCII would break the header. */
    private String key(Stage stage) {
        String key = settings.key().get().strip();
        if (key.isEmpty()) {
            throw CloudError.own(OwnCode.NO_KEY, "No API key is configured", 0, stage)
                    .thrown();
        }
        if (!key.chars().allMatch(character -> character > ' ' && character < 127)) {
            throw CloudError.own(OwnCode.NO_KEY, "The API key holds characters that no key has", 0, stage)
                    .thrown();
        }
        return key;
    }

    /** One exchange; a failure says whether the request may have been received. */
    WireAnswer exchange(WireRequest request, Stage stage) {
        try {
            return wire.exchange(request);
        } catch (IOException | RuntimeException | VirtualMachineError | LinkageError failure) {
            var thrown = failure(failure, request.uri(), stage).thrown();
            thrown.initCause(failure);
            throw thrown;
        }
    }

    /** What a failed exchange says: never sent, or, where it broke in any other way, perhaps received. */
    CloudError failure(Throwable failure, Stage stage) {
        return failure(failure, settings.baseUrl(), stage);
    }

    private CloudError failure(Throwable failure, URI address, Stage stage) {
        if (failure instanceof CloudException known) {
            return known.error();
        }
        if (failure instanceof ConnectException
                || failure instanceof UnknownHostException
                || failure instanceof NoRouteToHostException
                || failure instanceof SSLHandshakeException) {
            return error(OwnCode.CONNECT_FAILED, failure, address, stage);
        }
        boolean picture = failure instanceof Wire.AnswerTooLarge && stage == Stage.DOWNLOAD;
        Throwable why = failure.getCause() instanceof Error broken ? broken : failure;
        return error(picture ? OwnCode.RESULT_TOO_LARGE : OwnCode.ANSWER_LOST, why, address, stage);
    }

    private CloudError error(OwnCode code, Throwable why, URI address, Stage stage) {
        String message = FailureWords.of(why, String.valueOf(address.getRawAuthority()));
        return CloudError.own(code, masking.line(message), 0, stage);
    }

    /** Repeats a call that changes nothing, while its errors are passing ones. */
    <T> T repeated(Supplier<T> call) {
        for (int before = 0; ; before++) {
            try {
                return call.get();
            } catch (CloudException failure) {
                if (!mayRepeat(failure.error(), before)) {
                    throw failure;
                }
                pause(failure.error(), before);
            }
        }
    }

    /** Whether an error, after so many repeats, allows another one. */
    boolean mayRepeat(CloudError error, int before) {
        if (error.is(OwnCode.INTERRUPTED) || error.retryAfter().compareTo(LONGEST_WAIT) > 0) {
            return false;
        }
        return switch (error.errorClass()) {
            case RETRY -> before < settings.retries();
            case RETRY_ONCE -> before < Math.min(1, settings.retries());
            case NEVER, NEXT_MODEL, ACCOUNT -> false;
        };
    }

    /** Waits as long as the back-off says, or longer if the service asks for it. */
    void pause(CloudError error, int before) {
        Duration own = settings.retryBackoffs().delay(before, random);
        sleep(own.compareTo(error.retryAfter()) >= 0 ? own : error.retryAfter(), error.stage());
    }

    void sleep(Duration duration, Stage stage) {
        try {
            sleeper.sleep(duration);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw CloudError.own(OwnCode.INTERRUPTED, "Interrupted while waiting to try again", 0, stage)
                    .thrown();
        }
    }
}
