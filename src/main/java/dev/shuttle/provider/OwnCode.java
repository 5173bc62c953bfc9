package dev.shuttle.provider;

import static dev.shuttle.provider.Advice.*;
import static dev.shuttle.provider.ErrorClass.*;

import java.util.Arrays;
import java.util.Optional;

/** Errors that no service sent: we found them ourselves. Their codes are in capitals, a service's never are. */
public enum OwnCode {
    /** No key is configured, or it holds characters that no key has. */
    NO_KEY(ACCOUNT, CHECK_KEY),
    /** Never sent. */
    CONNECT_FAILED(RETRY, CHECK_NETWORK),
    /** Sent, or perhaps sent, and no whole answer came. */
    ANSWER_LOST(RETRY, LOOK_UP),
    /** An answer that is not JSON, such as a proxy's page. */
    NOT_JSON(RETRY, CHECK_ADDRESS),
    /** JSON, but not of a form that DashScope answers with. */
    NOT_DASHSCOPE(RETRY, CHECK_ADDRESS),
    /** Success without a picture. */
    EMPTY_RESULT(NEXT_MODEL, CHECK_INPUT),
    /** A picture failed without a reason. */
    NO_REASON(RETRY_ONCE, REPORT),
    /** Our own rate limiter had no permit in time. */
    LIMITER_TIMEOUT(RETRY, WAIT),
    /** The thread was interrupted while it waited. */
    INTERRUPTED(RETRY, STOPPED),
    /** This program broke while it spoke to the service, as where memory runs out. */
    CLIENT_FAILED(NEVER, MORE_MEMORY),
    RESULT_URL_INVALID(NEVER, RESULT_BROKEN),
    RESULT_HOST_REFUSED(NEVER, CHECK_RESULT_HOST),
    RESULT_REDIRECTED(NEVER, CHECK_RESULT_HOST),
    RESULT_TOO_LARGE(NEVER, RAISE_RESULT_LIMIT),
    RESULT_EXPIRED(NEVER, RESULT_GONE),
    RESULT_MISSING(NEVER, RESULT_GONE),
    RESULT_NOT_AN_IMAGE(NEVER, RESULT_BROKEN),
    RESULT_TRUNCATED(RETRY, RESULT_BROKEN),
    RESULT_UNREACHABLE(RETRY, CHECK_NETWORK);

    private final ErrorClass errorClass;
    // A record of two texts.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Advice advice;

    OwnCode(ErrorClass errorClass, Advice advice) {
        this.errorClass = errorClass;
        this.advice = advice;
    }

    /** The one of that name; empty for a service's own code. */
    public static Optional<OwnCode> named(String code) {
        return Arrays.stream(values()).filter(own -> own.name().equals(code)).findAny();
    }

    public ErrorClass errorClass() {
        return errorClass;
    }

    public Advice advice() {
        return advice;
    }
}
