package dev.shuttle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shuttle.emulator.Emulator;
import dev.shuttle.emulator.EmulatorSettings;
import dev.shuttle.emulator.Limits;
import dev.shuttle.pipeline.job.PostgresCluster;
import dev.shuttle.report.Report;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.rig.Broker;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs whose stages are joined by a broker, with PostgreSQL as their journal. */
final class BrokerTest {
    private static @Nullable PostgresCluster cluster;
    private static @Nullable Broker broker;

    @TempDir
    private static Path brokers = Path.of("");

    @TempDir
    private Path root = Path.of("");

    @BeforeAll
    static void startServers() throws IOException {
        Optional<Path> binaries = PostgresCluster.binaries();
        assumeTrue(binaries.isPresent(), "no PostgreSQL here");
        cluster = PostgresCluster.start(binaries.orElseThrow());
        broker = Broker.start(brokers);
    }

    @AfterAll
    static void stopServers() throws Exception {
        if (broker != null) {
            broker.close();
        }
        if (cluster != null) {
            cluster.close();
        }
    }

    private static Broker broker() {
        return Objects.requireNonNull(broker);
    }

    private static Map<String, String> shared() throws IOException {
        PostgresCluster running = Objects.requireNonNull(cluster);
        Map<String, String> settings = new HashMap<>(broker().stages());
        settings.put("shuttle.journal.url", running.newDatabase());
        settings.put("shuttle.journal.user", running.user());
        settings.put("shuttle.recover", "500ms");
        settings.put("dashscope.max-in-flight", "4");
        settings.put("dashscope.submit-rate", "20/s");
        return settings;
    }

    private static Emulator cloud() {
        return Emulator.start(EmulatorSettings.defaults()
                .withTimes(Duration.ofMillis(20), Duration.ofMillis(400))
                .withLimits(Limits.NONE));
    }

    @Test
    void twoProgramsEndEachPictureOnceAlthoughTheBrokerIsRestarted() throws Exception {
        int each = 10;
        Map<String, String> shared = shared();
        try (Emulator cloud = cloud();
                Rig a = Rig.start(root.resolve("a"), cloud, shared);
                Rig b = Rig.start(root.resolve("b"), cloud, shared)) {
            for (int i = 0; i < each; i++) {
                a.drop("a" + i + ".png", Pictures.png(i));
                b.drop("b" + i + ".png", Pictures.png(100 + i));
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(() ->
                            a.folder().results().size() + b.folder().results().size() >= 4);
            broker().restart();
            await().atMost(Duration.ofSeconds(120))
                    .until(() -> a.folder().results().size() == each
                            && b.folder().results().size() == each);

            List<Report> reports = Stream.of(a, b)
                    .flatMap(node -> node.folder().reports().stream())
                    .toList();
            assertThat(reports).extracting(Report::path).containsOnly(Road.EMULATED);
            assertThat(cloud.ledger().accepted()).isEqualTo(2 * each);
            assertThat(cloud.ledger().paidTwice()).isZero();
        }
    }
}
