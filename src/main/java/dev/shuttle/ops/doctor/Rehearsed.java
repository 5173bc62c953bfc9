package dev.shuttle.ops.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.shuttle.dashscope.CloudPicture;
import dev.shuttle.dashscope.DashScope;
import dev.shuttle.dashscope.DashScopeSettings;
import dev.shuttle.dashscope.Limiter;
import dev.shuttle.dashscope.Model;
import dev.shuttle.dashscope.Models;
import dev.shuttle.dashscope.Sending;
import dev.shuttle.dashscope.Submission;
import dev.shuttle.dashscope.WireRequest;
import dev.shuttle.emulator.Rehearsal;
import dev.shuttle.pipeline.disk.Disk;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;

/** A submit of our small picture, made by the client itself and caught before it leaves. */
final class Rehearsed {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant ANY_TIME = Instant.EPOCH;

    private Rehearsed() {}

    /** What is asked of a model in an examination: the configured function and prompt, on our own picture. */
    static Submission submission(DashScopeSettings settings, Model model) {
        return new Submission(
                model,
                settings.function(),
                settings.prompt(),
                "",
                settings.strength(),
                settings.seed(),
                CloudPicture.of(SmallPicture.draw(), model));
    }

    /** The request for a model; a key that is not there is stood in for. */
    static WireRequest of(DashScopeSettings settings, String name) {
        AtomicReference<WireRequest> caught = new AtomicReference<>();
        DashScope client = new DashScope(
                settings.rehearsing(Rehearsal.KEY),
                request -> {
                    caught.set(request);
                    throw new ConnectException("a rehearsal");
                },
                new Limiter(1000, 1000, Duration.ofSeconds(10)),
                () -> ANY_TIME,
                RandomGenerator.getDefault(),
                duration -> {});
        Model model = Models.named(name);
        client.submit(submission(settings, model), Sending.UNJOURNALED);
        return Objects.requireNonNull(caught.get(), "a submit sends one request");
    }

    static RequestSample sample(String model, WireRequest request) {
        Map<String, String> headers = new TreeMap<>(request.headers());
        headers.replaceAll((name, value) -> name.equalsIgnoreCase("Authorization") ? "Bearer ***" : value);
        byte[] body = request.body() == null ? new byte[0] : request.body();
        try {
            URI uri = request.uri();
            return new RequestSample(
                    model,
                    request.method(),
                    WatchedWire.address(uri),
                    headers,
                    body.length,
                    JSON.convertValue(withoutPictures(JSON.readTree(body)), Object.class));
        } catch (IOException e) {
            throw new IllegalStateException("the client writes JSON", e);
        }
    }

    private static JsonNode withoutPictures(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> object.set(name, withoutPictures(object.get(name))));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, withoutPictures(array.get(i)));
            }
        } else if (node.isTextual() && node.asText().startsWith("data:")) {
            return TextNode.valueOf(told(node.asText()));
        }
        return node;
    }

    private static String told(String dataUrl) {
        int comma = dataUrl.indexOf(',');
        byte[] picture = Base64.getDecoder().decode(dataUrl.substring(comma + 1));
        return dataUrl.substring(0, comma + 1) + "<" + (dataUrl.length() - comma - 1) + " characters of base64: "
                + picture.length + " bytes, sha256 " + Disk.sha256(picture) + ">";
    }
}
