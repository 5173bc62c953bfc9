package dev.shuttle.ops;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.Compressor;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Sends spans by the JDK's client; found by OpenTelemetry as a service. A batch that cannot be sent is dropped. */
public final class TraceSender implements HttpSenderProvider {
    @Override
    public HttpSender createSender(HttpSenderConfig config) {
        HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(config.getConnectTimeout());
        if (config.getSslContext() != null) {
            client.sslContext(config.getSslContext());
        }
        return new Sender(config, client.build());
    }

    private record Sender(HttpSenderConfig config, HttpClient client) implements HttpSender {
        @Override
        public void send(MessageWriter message, Consumer<HttpResponse> answered, Consumer<Throwable> failed) {
            try {
                var unused = client.sendAsync(request(message), BodyHandlers.ofByteArray())
                        .whenComplete((answer, failure) -> {
                            if (failure != null) {
                                failed.accept(failure);
                            } else {
                                answered.accept(new Answer(answer.statusCode(), answer.body()));
                            }
                        });
            } catch (IOException | RuntimeException e) {
                failed.accept(e);
            }
        }

        private HttpRequest request(MessageWriter message) throws IOException {
            HttpRequest.Builder request = HttpRequest.newBuilder(config.getEndpoint())
                    .timeout(config.getTimeout())
                    .header("Content-Type", config.getContentType());
            Map<String, List<String>> headers = config.getHeadersSupplier().get();
            if (headers != null) {
                headers.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Compressor compressor = config.getCompressor();
            if (compressor == null) {
                message.writeMessage(bytes);
            } else {
                request.header("Content-Encoding", compressor.getEncoding());
                try (OutputStream packed = compressor.compress(bytes)) {
                    message.writeMessage(packed);
                }
            }
            return request.POST(BodyPublishers.ofByteArray(bytes.toByteArray())).build();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Answer(int status, byte[] body) implements HttpResponse {
        @Override
        public int getStatusCode() {
            return status;
        }

        @Override
        public String getStatusMessage() {
            return String.valueOf(status);
        }

        @Override
        public byte[] getResponseBody() {
            return body;
        }
    }
}
