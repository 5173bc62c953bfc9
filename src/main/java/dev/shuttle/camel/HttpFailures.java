package dev.shuttle.camel;

import java.io.IOException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.jspecify.annotations.Nullable;

/** What httpclient5 fails by, in words. */
final class HttpFailures {
    private HttpFailures() {}

    /** The failure where its own words will do, else one with better words and this one as its cause. */
    static IOException plain(Exception failure, String host) {
        String words = words(failure, host);
        return words == null && failure instanceof IOException io
                ? io
                : new IOException(words == null ? "the exchange with " + host + " broke off" : words, failure);
    }

    private static @Nullable String words(Exception failure, String host) {
        if (failure instanceof NoHttpResponseException) {
            return host + " closed the connection without an answer";
        }
        if (failure instanceof MessageConstraintException && !isNoHeader(failure)) {
            return "the headers of the answer of " + host + " are too long or too many: a limit was exceeded";
        }
        if (failure instanceof ConnectionClosedException || failure instanceof MalformedChunkCodingException) {
            return "the answer of " + host + " broke off";
        }
        return failure instanceof HttpException || failure instanceof MessageConstraintException
                ? "what " + host + " answers is no HTTP"
                : null;
    }

    /** Lines before the first one of an answer. */
    private static boolean isNoHeader(Exception failure) {
        return String.valueOf(failure.getMessage()).contains("empty line");
    }
}
