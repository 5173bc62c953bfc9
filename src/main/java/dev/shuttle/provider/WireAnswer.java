package dev.shuttle.provider;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One HTTP answer.
 *
 * @param status the HTTP status
 * @param headers first value of each; names in any case
 * @param body empty for none
 */
@SuppressWarnings("ArrayRecordComponent")
public record WireAnswer(int status, Map<String, String> headers, byte[] body) {

    /** Keeps the headers in a map that ignores the case of names. */
    public WireAnswer {
        var copy = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        headers = Collections.unmodifiableMap(copy);
    }

    /** Whether the service says that it did what it was to do. */
    public boolean isOk() {
        return status >= 200 && status < 300;
    }

    /** A header's value, its name in any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Without headers and body: cookies and pictures are nobody's business. */
    @Override
    public String toString() {
        return "HTTP " + status + ", " + body.length + " bytes";
    }
}
