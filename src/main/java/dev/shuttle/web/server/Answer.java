package dev.shuttle.web.server;

import dev.shuttle.report.outcome.Json;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What a request gets. */
public sealed interface Answer {
    /** The headers beside the content's own. */
    Map<String, String> headers();

    /** Bytes that are there; empty ones for a status without content. */
    @SuppressWarnings("ArrayRecordComponent")
    record Bytes(int status, String type, byte[] bytes, Map<String, String> headers) implements Answer {}

    /** A file's content as it is, whatever the method. */
    record Content(Path file, String type, Map<String, String> headers) implements Answer {}

    /**
     * A page of the outbox, as it is served under its own address: with ETag, ranges and HEAD.
     *
     * @param address decoded, such as {@code /outbox/peony-…/report.html}
     */
    record Page(String address) implements Answer {
        @Override
        public Map<String, String> headers() {
            return Map.of();
        }
    }

    /** Events until their end. */
    record Events(Feed feed) implements Answer {
        @Override
        public Map<String, String> headers() {
            return Map.of();
        }
    }

    /** A value as JSON. */
    static Answer json(int status, Object value, Map<String, String> headers) {
        return new Bytes(status, "application/json", Json.bytes(value), headers);
    }

    /** A value as JSON, and all is well. */
    static Answer json(Object value) {
        return json(200, value, Map.of());
    }

    /** A redirect to another address of this server. */
    static Answer to(String address) {
        return new Bytes(302, "", new byte[0], Map.of("Location", address));
    }

    /** A status that says all. */
    static Answer empty(int status) {
        return new Bytes(status, "", new byte[0], Map.of());
    }

    /** An error in the words of RFC 9457. */
    static Answer problem(HttpProblem problem) {
        Map<String, String> headers = new HashMap<>(problem.headers());
        return new Bytes(problem.status(), "application/problem+json", Json.bytes(problem.members()), headers);
    }

    /** Events for one listener. */
    public interface Feed {
        /**
         * Begins to send events. The sink may be used from then on, from any thread; what comes after its end is dropped.
         *
         * @return stops sending; run it when the listener has gone
         */
        Runnable begin(Sink sink);

        /** Where events go. */
        interface Sink {
            /** One event; never waits. */
            void send(String id, String name, String data);

            /** The last was sent. */
            void end();
        }
    }
}
