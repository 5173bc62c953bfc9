package dev.shuttle.pipeline.cloud;

import dev.shuttle.provider.Wire;
import dev.shuttle.provider.WireAnswer;
import dev.shuttle.provider.WireRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;

/** The wire by the JDK's client. */
public final class JdkWire implements Wire {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public WireAnswer exchange(WireRequest request) throws IOException {
        byte[] body = request.body();
        HttpRequest.Builder built = HttpRequest.newBuilder(request.uri()).timeout(request.timeout());
        request.headers().forEach(built::header);
        built.method(request.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        try {
            HttpResponse<byte[]> response = client.send(built.build(), BodyHandlers.ofByteArray());
            Map<String, String> headers = new HashMap<>();
            response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
            return new WireAnswer(response.statusCode(), headers, response.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
