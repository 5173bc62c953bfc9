package dev.shuttle.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shuttle.pipeline.job.PostgresCluster;
import dev.shuttle.rig.Http;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whichever node is asked tells of all of them. */
final class SeenAsOneTest {
    private static @Nullable PostgresCluster cluster;

    @TempDir
    private Path root = Path.of("");

    @BeforeAll
    static void startServer() throws IOException {
        Optional<Path> binaries = PostgresCluster.binaries();
        assumeTrue(binaries.isPresent(), "no PostgreSQL here");
        cluster = PostgresCluster.start(binaries.orElseThrow());
    }

    @AfterAll
    static void stopServer() throws IOException {
        if (cluster != null) {
            cluster.close();
        }
    }

    private static Map<String, String> with(Map<String, String> shared, String name, String roles) {
        Map<String, String> settings = new HashMap<>(shared);
        settings.put("shuttle.node", name);
        settings.put("shuttle.roles", roles);
        return settings;
    }

    @Test
    void aNodeWithoutAnOutboxSaysWhereResultsAreAndWhichNodeMadeThem() throws Exception {
        PostgresCluster running = Objects.requireNonNull(cluster);
        Map<String, String> shared = new HashMap<>();
        shared.put("shuttle.journal.url", running.newDatabase());
        shared.put("shuttle.journal.user", running.user());
        shared.put(
                "shuttle.store", Files.createDirectories(root.resolve("store")).toString());
        shared.put("shuttle.recover", "200ms");
        Map<String, String> front = with(shared, "front", "intake");
        front.put("shuttle.management.port", "1");
        try (Rig intake = Rig.serving(root.resolve("front"), Map.of(), front);
                Rig mill = Rig.start(root.resolve("mill"), null, with(shared, "mill", "cloud,convert,pages"))) {
            HttpResponse<byte[]> sent =
                    intake.http().compose("peony.png", Pictures.encoded(Pictures.picture(1, 96, 64), "png"), Map.of());

            JsonNode job = Http.json(sent);
            assertThat(sent.statusCode()).isEqualTo(202);
            assertThat(job.path("state").asText()).isEqualTo("DONE");

            HttpResponse<byte[]> file =
                    intake.http().get("/api/jobs/" + job.path("id").asText() + "/files/report.json");
            assertThat(file.statusCode()).isEqualTo(404);
            assertThat(Http.json(file).path("code").asText()).isEqualTo("RESULT_ELSEWHERE");
            assertThat(new String(file.body(), UTF_8)).contains("mill");

            assertThat(mill.report().node()).isEqualTo("mill");
            assertThat(Files.readString(mill.folder().outbox().resolve("gallery/000001.js")))
                    .contains("\"o\":\"mill\"");
            assertThat(Files.readString(mill.folder().outbox().resolve("index.html")))
                    .contains("<bdi>mill</bdi>");

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(figures(intake))
                            .contains("shuttle_jobs_ended{state=\"DONE\"} 1.0")
                            .contains("shuttle_node_standing{node=\"mill\",standing=\"there\"} 1.0")
                            .contains("shuttle_node_jobs{node=\"front\"} 0.0")
                            .contains("shuttle_node_clock_ahead_seconds{node=\"mill\"}"));
        }
    }

    private static String figures(Rig node) {
        return new String(node.operators().get("/observe/metrics").body(), UTF_8);
    }
}
