package dev.shuttle.ops.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.shuttle.emulator.Rehearsal;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.provider.CloudPicture;
import dev.shuttle.provider.Limiter;
import dev.shuttle.provider.Model;
import dev.shuttle.provider.Submission;
import dev.shuttle.provider.WireRequest;
import dev.shuttle.provider.dashscope.DashScope;
import dev.shuttle.provider.dashscope.DashScopeJson;
import dev.shuttle.provider.dashscope.DashScopeSettings;
import dev.shuttle.provider.dashscope.Models;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Whether the requests are the documented ones: they are made as for a submit, and held against the published protocol as the emulator
 * knows it, in its strict mode. Nothing is sent.
 */
record RequestCheck(DashScopeSettings settings, Records records) implements Check {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant ANY_TIME = Instant.EPOCH;
    private static final int SIDE = 512;
    private static final int PETALS = 8;

    @Override
    public String name() {
        return "request";
    }

    @Override
    public Set<String> needs() {
        return Set.of("address");
    }

    @Override
    public List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        for (String model : settings.models()) {
            findings.add(checked(model));
        }
        return findings;
    }

    private Finding checked(String model) {
        Words words = new Words(name());
        WireRequest request = rehearsed(settings, model);
        Sample sample = sample(model, request);
        records.remember(sample);
        Optional<String> objection = Rehearsal.objection(
                request.method(),
                path(request),
                request.headers(),
                request.body() == null ? new byte[0] : request.body());
        return objection
                .map(why -> words.fail("request.bad", model, why))
                .orElseGet(() -> words.ok("request", model, path(request), sample.bytes() >> 10));
    }

    /** The path below the base URL, which may be another's gateway's. */
    private String path(WireRequest request) {
        return request.uri().toString().substring(settings.baseUrl().toString().length());
    }

    /** What an examination sends to a model: the configured function and prompt, on our own picture. */
    static Submission submission(DashScopeSettings settings, Model model) {
        return new Submission(
                model,
                settings.function(),
                settings.prompt(),
                "",
                settings.strength(),
                settings.seed(),
                CloudPicture.of(picture(), model).asDataUrl());
    }

    /** The request for a model, made by the client itself, and not sent; a key that is not there is stood in for. */
    private static WireRequest rehearsed(DashScopeSettings settings, String name) {
        DashScope client = new DashScope(
                settings.rehearsing(Rehearsal.KEY),
                request -> {
                    throw new ConnectException("a rehearsal");
                },
                new Limiter("dashscope", 1000, 1000, Duration.ofSeconds(10)),
                () -> ANY_TIME,
                RandomGenerator.getDefault(),
                duration -> {});
        Submission submission = submission(settings, Models.named(name));
        try {
            return client.post(submission, DashScopeJson.mapper().writeValueAsBytes(client.request(submission)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a map is JSON", impossible);
        }
    }

    private static Sample sample(String model, WireRequest request) {
        Map<String, String> headers = new TreeMap<>(request.headers());
        headers.replaceAll((name, value) -> name.equalsIgnoreCase("Authorization") ? "Bearer ***" : value);
        byte[] body = request.body() == null ? new byte[0] : request.body();
        try {
            URI uri = request.uri();
            return new Sample(
                    model,
                    request.method(),
                    ExchangeWatch.address(uri),
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
            return TextNode.valueOf(described(node.asText()));
        }
        return node;
    }

    private static String described(String dataUrl) {
        int comma = dataUrl.indexOf(',');
        byte[] picture = Base64.getDecoder().decode(dataUrl.substring(comma + 1));
        return dataUrl.substring(0, comma + 1) + "<" + (dataUrl.length() - comma - 1) + " characters of base64: "
                + picture.length + " bytes, sha256 " + Disk.sha256(picture) + ">";
    }

    /** The picture that an examination sends: eight petals, no larger than every model takes. */
    private static BufferedImage picture() {
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0x1f3a5f));
        pen.fillRect(0, 0, SIDE, SIDE);
        pen.translate(SIDE / 2, SIDE / 2);
        for (int i = 0; i < PETALS; i++) {
            pen.setColor(i % 2 == 0 ? new Color(0xc8483c) : new Color(0xe8c07d));
            pen.fillOval(-40, -220, 80, 180);
            pen.rotate(2 * Math.PI / PETALS);
        }
        pen.setColor(new Color(0xf4ead5));
        pen.fillOval(-60, -60, 120, 120);
        pen.dispose();
        return picture;
    }

    /**
     * A submit as it would be sent, or was.
     *
     * @param headers the key's replaced by ***
     * @param bytes of the body as it would be sent
     * @param body with each picture's base64 replaced by its length and SHA-256
     */
    record Sample(String model, String method, String address, Map<String, String> headers, int bytes, Object body) {}
}
