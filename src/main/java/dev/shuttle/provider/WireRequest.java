package dev.shuttle.provider;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request.
 *
 * @param method GET or POST
 * @param uri absolute; to be sent as it is written, since result URLs are signed
 * @param headers all that is to be sent beside Host and Content-Length
 * @param body null for none
 * @param maxAnswerBytes the longest answer body to read
 * @param timeout for the whole exchange, from looking the host up to the last byte of the answer
 * @param slowest bytes a second: each such number that has come gives the exchange one second more; 0: none
 */
@SuppressWarnings("ArrayRecordComponent")
public record WireRequest(
        String method,
        URI uri,
        Map<String, String> headers,
        byte @Nullable [] body,
        long maxAnswerBytes,
        Duration timeout,
        long slowest) {

    /** One whose time does not depend on what has come. */
    public WireRequest(
            String method,
            URI uri,
            Map<String, String> headers,
            byte @Nullable [] body,
            long maxAnswerBytes,
            Duration timeout) {
        this(method, uri, headers, body, maxAnswerBytes, timeout, 0);
    }

    /** Keeps the headers in a map that ignores the case of names. */
    public WireRequest {
        var copy = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        headers = Collections.unmodifiableMap(copy);
    }

    /** Without the key, the body and the signed query. */
    @Override
    public String toString() {
        var shown = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, value) -> shown.put(name, isSecret(name) ? "***" : value));
        return method + " " + Masking.withoutQuery(uri) + " " + shown + " "
                + (body == null ? "no body" : body.length + " bytes");
    }

    private static boolean isSecret(String header) {
        return header.toLowerCase(Locale.ROOT).contains("authorization");
    }
}
