package dev.shuttle.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.shuttle.emulator.http.Answer;
import dev.shuttle.emulator.http.Headers;
import dev.shuttle.emulator.http.Multipart;
import dev.shuttle.emulator.http.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes records of requests that hold no key and no picture. */
final class Recorder {
    private static final int LONGEST_STRING = 200;

    private Recorder() {}

    static RecordedRequest record(long number, Instant at, Request request, Answer answer) {
        return new RecordedRequest(
                number,
                at,
                request.method(),
                request.path(),
                request.query(),
                headers(request.headers()),
                body(request),
                request.body().length,
                answer.status(),
                answer.status() < 400 ? null : code(answer),
                answer.ending().name());
    }

    private static Map<String, String> headers(Headers headers) {
        Map<String, String> masked = new LinkedHashMap<>();
        for (Headers.Header header : headers.all()) {
            boolean secret = header.name().toLowerCase(Locale.ROOT).contains("authorization");
            masked.putIfAbsent(header.name(), secret ? masked(header.value()) : header.value());
        }
        return masked;
    }

    private static String masked(String credentials) {
        int blank = credentials.indexOf(' ');
        return blank < 0 ? "***" : credentials.substring(0, blank) + " ***";
    }

    private static JsonNode body(Request request) {
        if (request.body().length == 0) {
            return NullNode.getInstance();
        }
        Multipart form = Multipart.of(request);
        if (!form.parts().isEmpty()) {
            return form(form);
        }
        try {
            return shortened(Json.MAPPER.readTree(request.body()));
        } catch (IOException noJson) {
            return TextNode.valueOf(summary(request.body()));
        }
    }

    private static JsonNode form(Multipart form) {
        ObjectNode parts = JsonNodeFactory.instance.objectNode();
        for (Multipart.Part part : form.parts()) {
            boolean file = part.name().equals("file") || part.value().length > LONGEST_STRING;
            parts.put(part.name(), file ? summary(part.value()) : part.text());
        }
        return parts;
    }

    private static JsonNode shortened(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), shortened(field.getValue())));
            return copy;
        } else if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> copy.add(shortened(element)));
            return copy;
        } else if (node.isTextual() && node.textValue().length() > LONGEST_STRING) {
            byte[] text = node.textValue().getBytes(StandardCharsets.UTF_8);
            return TextNode.valueOf("<" + node.textValue().length() + " chars, sha256 " + Shelf.sha256(text) + ">");
        }
        return node;
    }

    private static String summary(byte[] bytes) {
        return "<" + bytes.length + " bytes, sha256 " + Shelf.sha256(bytes) + ">";
    }

    private static @Nullable String code(Answer answer) {
        try {
            JsonNode code = Json.MAPPER
                    .readTree(new String(answer.body(), StandardCharsets.UTF_8))
                    .path("code");
            return code.isTextual() ? code.textValue() : null;
        } catch (JsonProcessingException noJson) {
            return null;
        }
    }
}
