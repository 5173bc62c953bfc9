package dev.shuttle.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.shuttle.emulator.Emulator;
import dev.shuttle.emulator.EmulatorSettings;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import dev.shuttle.rig.ShuttleProcess;
import dev.shuttle.rig.TestCloud;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The traces of a run, as a receiver of OpenTelemetry's protocol gets them. */
@SuppressWarnings("NullAway.Init")
class TraceTest {
    @TempDir
    private Path root;

    private final List<byte[]> received = new CopyOnWriteArrayList<>();
    private HttpServer receiver;

    @BeforeEach
    void receive() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/v1/traces", exchange -> {
            received.add(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    @Test
    void aJobsStepsAndItsCloudCallsAreSpansThatNameItAndTellNoSecret() throws Exception {
        Folder folder = new Folder(root);
        folder.drop("peony.png", Pictures.png(1));
        try (Emulator cloud = TestCloud.start()) {
            Map<String, String> environment = new HashMap<>(Rig.environment(cloud));
            environment.put(
                    "OTEL_EXPORTER_OTLP_ENDPOINT",
                    "http://127.0.0.1:" + receiver.getAddress().getPort());
            Map<String, String> settings = folder.settings();
            settings.put("shuttle.trace", "true");
            try (ShuttleProcess run = ShuttleProcess.start(settings, environment, "run", "--once")) {
                assertThat(run.exitCode()).as(run.output()).isZero();
            }
            assertThat(cloud.ledger().requests())
                    .noneMatch(request -> request.headers().containsKey("traceparent"));
        }

        List<ResourceSpans> all = all();
        assertThat(all)
                .isNotEmpty()
                .allMatch(spans -> spans.getResource().toString().contains("shuttle"));
        String job = folder.reports().get(0).job();
        List<Span> ofTheJob = spans(all).stream()
                .filter(span -> span.getAttributesList().stream()
                        .anyMatch(attribute -> attribute.getKey().equals("shuttle.job")
                                && attribute.getValue().getStringValue().equals(job)))
                .toList();
        assertThat(ofTheJob)
                .extracting(Span::getName)
                .contains("cloud", "submit", "poll", "download", "convert", "publish");
        assertThat(spans(all))
                .filteredOn(span -> span.getName().equals("POST"))
                .extracting(Span::getTraceId)
                .containsOnly(ofTheJob.get(0).getTraceId());
        assertThat(received.stream().map(bytes -> new String(bytes, ISO_8859_1)))
                .noneMatch(text -> text.contains(EmulatorSettings.DEFAULT_KEY))
                .noneMatch(text -> text.contains("Signature="));
    }

    private List<ResourceSpans> all() throws IOException {
        List<ResourceSpans> all = new ArrayList<>();
        for (byte[] bytes : received) {
            all.addAll(ExportTraceServiceRequest.parseFrom(bytes).getResourceSpansList());
        }
        return all;
    }

    private static List<Span> spans(List<ResourceSpans> all) {
        return all.stream()
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .toList();
    }
}
