package dev.shuttle.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request as the emulator got it.
 *
 * @param number 1 for the first
 * @param at by the emulator's clock
 * @param method as sent
 * @param path without the query
 * @param query raw, without the question mark; empty where there is none
 * @param headers by their names as sent, in order; the key is masked
 * @param body JSON with every string over 200 characters shortened to its length and sha256; for a form the parts' names
 *     with value or length and sha256; JSON's null where there is none
 * @param bodyBytes the body's length
 * @param status of the answer
 * @param code of the answer where it is an error, else null
 * @param ending WHOLE unless a fault cut the answer: TRUNCATED, CLOSED, RESET
 */
public record RecordedRequest(
        long number,
        Instant at,
        String method,
        String path,
        String query,
        Map<String, String> headers,
        JsonNode body,
        int bodyBytes,
        int status,
        @Nullable String code,
        String ending) {

    /** JSON's null where a journal left the body out. */
    public RecordedRequest {
        body = Objects.requireNonNullElse(body, NullNode.getInstance());
    }

    /** The header's value, its name looked up without regard to case, or null. */
    public @Nullable String header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
