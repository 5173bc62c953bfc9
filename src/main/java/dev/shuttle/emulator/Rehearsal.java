package dev.shuttle.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shuttle.emulator.http.Answer;
import dev.shuttle.emulator.http.Headers;
import dev.shuttle.emulator.http.Request;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** A request held against the published protocol, without a server: what the emulator would refuse in strict mode. */
public final class Rehearsal {
    /** The key that a rehearsed request has. */
    public static final String KEY = EmulatorSettings.DEFAULT_KEY;

    private Rehearsal() {}

    /**
     * What is wrong with a submit, if anything.
     *
     * @param path below the base URL
     * @param headers with {@link #KEY}
     * @throws EmulatorException where there is no room for temporary files
     */
    public static Optional<String> objection(String method, String path, Map<String, String> headers, byte[] body) {
        EmulatorSettings settings =
                EmulatorSettings.defaults().withMode(Mode.STRICT).withLimits(Limits.NONE);
        try (State state = State.open(settings, () -> 0)) {
            Headers lines = Headers.NONE;
            for (Map.Entry<String, String> header : headers.entrySet()) {
                lines = lines.with(header.getKey(), header.getValue());
            }
            Answer answer = new Router(settings, state, new Faults(), () -> 0)
                    .answer(new Request(method, Router.API + path, "", lines, body));
            return answer.status() == 200 ? Optional.empty() : Optional.of(why(answer));
        }
    }

    private static String why(Answer answer) {
        try {
            JsonNode body = Json.MAPPER.readTree(answer.body());
            return body.path("code").asText() + ": " + body.path("message").asText();
        } catch (IOException unreadable) {
            return "HTTP " + answer.status();
        }
    }
}
