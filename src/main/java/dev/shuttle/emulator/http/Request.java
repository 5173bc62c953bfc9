package dev.shuttle.emulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One request as it came: the path and query are raw, exactly as the client wrote them. */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; a copy of 20 MB would help nobody either.
public record Request(String method, String path, String query, Headers headers, byte[] body) {

    /** The query's parameters, percent-decoded as a form is ('+' is a blank); the first of several values wins. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return Collections.unmodifiableMap(parameters);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
