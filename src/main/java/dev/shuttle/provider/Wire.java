package dev.shuttle.provider;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP exchange, as it is: no retries, no redirects, no cookies, no change to the URI, the headers or the body.
 *
 * <p>A picture is paid for once it is accepted, so the kinds of failure must be distinguished.
 */
@FunctionalInterface
public interface Wire {
    /**
     * Sends the request and reads the whole answer, whatever its status.
     *
     * @throws java.net.ConnectException if the request was never sent; so are {@link java.net.UnknownHostException},
     *     {@link java.net.NoRouteToHostException} and {@link javax.net.ssl.SSLHandshakeException} understood
     * @throws AnswerTooLarge if the body is longer than {@link WireRequest#maxAnswerBytes()}; reading stops there
     * @throws IOException if the request may have been received, but no whole answer came; any other exception is taken for this
     */
    WireAnswer exchange(WireRequest request) throws IOException;

    /** Called after each exchange. Must neither wait nor throw. */
    @FunctionalInterface
    interface Watch {
        /** Nobody watches. */
        Watch NONE = (request, answer, failure, nanos) -> {};

        /**
         * An exchange is over.
         *
         * @param answer null where no whole answer came
         * @param failure why none came; null where one did
         * @param nanos how long it took
         */
        void ended(WireRequest request, @Nullable WireAnswer answer, @Nullable Throwable failure, long nanos);
    }

    /** The answer's body was longer than the request allowed. */
    final class AnswerTooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        /** @param limit the most bytes that were allowed */
        public AnswerTooLarge(long limit) {
            super("The answer is longer than " + limit + " bytes");
        }
    }
}
