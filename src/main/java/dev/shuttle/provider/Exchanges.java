package dev.shuttle.provider;

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
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLHandshakeException;

/** What all providers' exchanges have in common: the key, failures by kind, and repeats of what may be repeated. */
public class Exchanges {
    /** A longer wait is the caller's business: no thread is held for it. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final Terms terms;
    private final Wire wire;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Sleeper sleeper;
    private final Masking masking;

    /**
     * How one provider is called.
     *
     * @param provider its name, as its keys begin
     * @param baseUrl where it is
     * @param key read at each call; blank where there is none
     * @param retries how often a call is repeated
     * @param backoffs the waits before
     */
    public record Terms(String provider, URI baseUrl, Supplier<String> key, int retries, Backoff backoffs) {}

    /** Exchanges over this wire. */
    public Exchanges(Terms terms, Wire wire, InstantSource clock, RandomGenerator random, Sleeper sleeper) {
        this.terms = terms;
        this.wire = wire;
        this.clock = clock;
        this.random = random;
        this.sleeper = sleeper;
        this.masking = new Masking(terms.key());
    }

    /** All strings of the service's answers pass it before they are kept anywhere. */
    public final Masking masking() {
        return masking;
    }

    /** Time by which answers are received. */
    public final InstantSource clock() {
        return clock;
    }

    /** A blank or a newline that was copied along is dropped; anything else that is no visible ASCII would break the header. */
    public final String key(Stage stage) {
        String key = terms.key().get().strip();
        if (key.isEmpty()) {
            throw own(OwnCode.NO_KEY, "No API key is configured", 0, stage).thrown();
        }
        if (!key.chars().allMatch(character -> character > ' ' && character < 127)) {
            throw own(OwnCode.NO_KEY, "The API key holds characters that no key has", 0, stage)
                    .thrown();
        }
        return key;
    }

    /** An error found by this program, whose advice names the provider's keys. */
    public final CloudError own(OwnCode code, String message, int http, Stage stage) {
        return CloudError.own(code, message, http, stage).advised(code.advice().of(terms.provider()));
    }

    /** One exchange; a failure says whether the request may have been received. */
    public final WireAnswer exchange(WireRequest request, Stage stage) {
        try {
            return wire.exchange(request);
        } catch (IOException | RuntimeException | VirtualMachineError | LinkageError failure) {
            var thrown = failure(failure, request.uri(), stage).thrown();
            thrown.initCause(failure);
            throw thrown;
        }
    }

    /** What a failed exchange says: never sent, or, where it broke in any other way, perhaps received. */
    public final CloudError failure(Throwable failure, Stage stage) {
        return failure(failure, terms.baseUrl(), stage);
    }

    private CloudError failure(Throwable failure, URI address, Stage stage) {
        if (failure instanceof CloudException known) {
            return known.error();
        }
        if (failure instanceof ConnectException
                || failure instanceof UnknownHostException
                || failure instanceof NoRouteToHostException
                || failure instanceof SSLHandshakeException) {
            return broken(OwnCode.CONNECT_FAILED, failure, address, stage);
        }
        boolean picture = failure instanceof Wire.AnswerTooLarge && stage == Stage.DOWNLOAD;
        Throwable why = failure.getCause() instanceof Error broken ? broken : failure;
        return broken(picture ? OwnCode.RESULT_TOO_LARGE : OwnCode.ANSWER_LOST, why, address, stage);
    }

    /** An exchange that broke off, told in words. */
    protected final CloudError broken(OwnCode code, Throwable why, URI address, Stage stage) {
        String message = FailureWords.of(why, String.valueOf(address.getRawAuthority()));
        return own(code, masking.line(message), 0, stage);
    }

    /**
     * A failure before anything was sent; a call that found its own words keeps them.
     *
     * @param failure as the route caught it
     */
    public final CloudError unsent(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof CloudException known) {
                return known.error();
            }
        }
        return own(
                OwnCode.CLIENT_FAILED,
                "Memory ran out while the request was written; nothing was sent",
                0,
                Stage.SUBMIT);
    }

    /** Repeats a call that changes nothing, while its errors are passing ones. */
    public final <T> T repeated(Supplier<T> call) {
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
    public final boolean mayRepeat(CloudError error, int before) {
        if (error.is(OwnCode.INTERRUPTED) || error.retryAfter().compareTo(LONGEST_WAIT) > 0) {
            return false;
        }
        return switch (error.errorClass()) {
            case RETRY -> before < terms.retries();
            case RETRY_ONCE -> before < Math.min(1, terms.retries());
            case NEVER, NEXT_MODEL, ACCOUNT -> false;
        };
    }

    /** Waits as long as the back-off says, or longer if the service asks for it. */
    public final void pause(CloudError error, int before) {
        Duration own = terms.backoffs().delay(before, random);
        sleep(own.compareTo(error.retryAfter()) >= 0 ? own : error.retryAfter(), error.stage());
    }

    /** Waits, unless the program stops. */
    public final void sleep(Duration duration, Stage stage) {
        try {
            sleeper.sleep(duration);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw own(OwnCode.INTERRUPTED, "Interrupted while waiting to try again", 0, stage)
                    .thrown();
        }
    }

    /** {@code Retry-After}: seconds or an HTTP date (RFC 9110 §10.2.3); zero where there is none or it is past. */
    public static Duration retryAfter(WireAnswer answer, Instant received) {
        String value = answer.header("Retry-After").orElse("").strip();
        try {
            if (value.matches("\\d{1,9}")) {
                return Duration.ofSeconds(Long.parseLong(value));
            }
            if (!value.isEmpty()) {
                Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
                return until.isAfter(received) ? Duration.between(received, until) : Duration.ZERO;
            }
        } catch (DateTimeParseException otherForm) {
            return Duration.ZERO;
        }
        return Duration.ZERO;
    }
}
