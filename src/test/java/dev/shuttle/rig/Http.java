package dev.shuttle.rig;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A client of the served program, as a script would be. */
public record Http(String host, int port) {
    /** The seed's endpoint. */
    public static final String COMPOSE = "/api/generate-composer-image-to-image";

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Between the parts of a form. */
    public static final String BOUNDARY = "----a-boundary-that-no-picture-has";

    /** An address here. */
    public URI at(String path) {
        return URI.create("http://" + host + ":" + port + path);
    }

    /** A request to be completed. */
    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(at(path)).timeout(Duration.ofMinutes(2));
    }

    /** A GET. */
    public HttpResponse<byte[]> get(String path, String... headers) {
        HttpRequest.Builder request = to(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.GET());
    }

    /** A GET whose answer is JSON. */
    public JsonNode json(String path) {
        return json(get(path));
    }

    /** An answer's JSON. */
    public static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(new String(answer.body(), UTF_8), e);
        }
    }

    /** A picture to the seed's endpoint. */
    public HttpResponse<byte[]> compose(String name, byte[] picture, Map<String, String> fields, String... headers) {
        return composing(name, picture, fields, headers).join();
    }

    /** The same, without waiting for the answer. */
    public CompletableFuture<HttpResponse<byte[]>> composing(
            String name, byte[] picture, Map<String, String> fields, String... headers) {
        HttpRequest.Builder request = to(COMPOSE)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(form(name, picture, fields)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.sendAsync(request.build(), BodyHandlers.ofByteArray());
    }

    /** Sends it. */
    public HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A stream that is read line by line. */
    public HttpResponse<java.util.stream.Stream<String>> stream(String path, String... headers) {
        HttpRequest.Builder request = to(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.sendAsync(request.GET().build(), BodyHandlers.ofLines()).join();
    }

    /** A form with a file and texts, as curl sends it. */
    public static byte[] form(String name, byte[] picture, Map<String, String> fields) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        fields.forEach((key, value) -> form.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + key + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(UTF_8)));
        form.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(UTF_8));
        form.writeBytes(picture);
        form.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return form.toByteArray();
    }

    /** The head of such a form's request, for those who send it byte by byte. */
    public String head(long length) {
        return "POST " + COMPOSE + " HTTP/1.1\r\nHost: " + host + ":" + port
                + "\r\nContent-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\nContent-Length: " + length
                + "\r\n\r\n";
    }

    /** A header of an answer. */
    public static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
