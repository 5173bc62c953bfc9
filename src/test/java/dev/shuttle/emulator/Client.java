package dev.shuttle.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** A plain HTTP client that speaks to an emulator as a developer would with curl. */
final class Client {
    static final String IMAGE_TO_IMAGE = "/services/aigc/image2image/image-synthesis";
    static final String MULTIMODAL = "/services/aigc/multimodal-generation/generation";
    static final String IMAGE_GENERATION = "/services/aigc/image-generation/generation";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** An answer with its body as JSON; a missing node where it is none. */
    record Reply(int status, JsonNode json, HttpResponse<byte[]> response) {
        String code() {
            return json.path("code").asText();
        }

        String message() {
            return json.path("message").asText();
        }

        String taskId() {
            return json.path("output").path("task_id").asText();
        }

        JsonNode output() {
            return json.path("output");
        }

        String taskStatus() {
            return output().path("task_status").asText();
        }

        String firstUrl() {
            return output().path("results").path(0).path("url").asText();
        }
    }

    private final Emulator emulator;

    Client(Emulator emulator) {
        this.emulator = emulator;
    }

    /** The documented body of wanx2.1-imageedit. */
    static ObjectNode edit(String prompt, String picture) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("model", "wanx2.1-imageedit");
        body.putObject("input")
                .put("function", "description_edit")
                .put("prompt", prompt)
                .put("base_image_url", picture);
        body.putObject("parameters").put("n", 1).put("seed", 42).put("watermark", false);
        return body;
    }

    Reply submit(ObjectNode body) throws IOException {
        return post(IMAGE_TO_IMAGE, body.toString(), "X-DashScope-Async", "enable");
    }

    Reply post(String path, String body, String... headers) throws IOException {
        return send(request(path, headers).POST(BodyPublishers.ofString(body)).build());
    }

    Reply poll(String taskId) throws IOException {
        return get("/tasks/" + taskId);
    }

    Reply get(String path, String... headers) throws IOException {
        return send(request(path, headers).GET().build());
    }

    Reply admin(String method, String path, String body) throws IOException {
        URI uri = URI.create("http://127.0.0.1:" + emulator.port() + path);
        return send(HttpRequest.newBuilder(uri)
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    Reply download(String url, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    static Reply send(HttpRequest request) throws IOException {
        try {
            HttpResponse<byte[]> response = HTTP.send(request, BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), json(response), response);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(emulator.baseUrl() + path));
        List<String> given = List.of(headers);
        if (!given.contains("Authorization")) {
            request.header("Authorization", "Bearer " + EmulatorSettings.DEFAULT_KEY);
        }
        if (!given.contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        return given.isEmpty() ? request : request.headers(headers);
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        if (!response.headers().firstValue("Content-Type").orElse("").contains("json")) {
            return JsonNodeFactory.instance.missingNode();
        }
        try {
            return Json.MAPPER.readTree(response.body());
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        }
    }
}
