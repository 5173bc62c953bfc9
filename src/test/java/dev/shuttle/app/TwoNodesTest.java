package dev.shuttle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shuttle.emulator.Emulator;
import dev.shuttle.emulator.EmulatorSettings;
import dev.shuttle.emulator.LedgerTask;
import dev.shuttle.emulator.Limits;
import dev.shuttle.pipeline.job.PostgresCluster;
import dev.shuttle.report.Report;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import dev.shuttle.rig.ShuttleProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two whole programs with folders of their own, one PostgreSQL journal and one account. */
final class TwoNodesTest {
    private static final int EACH = 4;
    private static final int IN_FLIGHT = 2;

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

    private static Emulator cloud() {
        return Emulator.start(EmulatorSettings.defaults()
                .withTimes(Duration.ofMillis(20), Duration.ofMillis(400))
                .withLimits(Limits.NONE));
    }

    private static Map<String, String> shared() throws IOException {
        PostgresCluster running = Objects.requireNonNull(cluster);
        Map<String, String> settings = new HashMap<>();
        settings.put("shuttle.journal.url", running.newDatabase());
        settings.put("shuttle.journal.user", running.user());
        settings.put("dashscope.max-in-flight", String.valueOf(IN_FLIGHT));
        return settings;
    }

    private static long inFlight(Emulator cloud) {
        return cloud.ledger().tasks().stream()
                .map(LedgerTask::status)
                .filter(status ->
                        status.name().equals("PENDING") || status.name().equals("RUNNING"))
                .count();
    }

    @Test
    void theyShareTheAccountAndEachPictureIsPaidOnce() throws Exception {
        Map<String, String> shared = shared();
        AtomicLong most = new AtomicLong();
        try (Emulator cloud = cloud();
                Rig a = Rig.start(root.resolve("a"), cloud, shared);
                Rig b = Rig.start(root.resolve("b"), cloud, shared)) {
            for (int i = 0; i < EACH; i++) {
                a.drop("a" + i + ".png", Pictures.png(i));
                b.drop("b" + i + ".png", Pictures.png(100 + i));
            }
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofSeconds(90))
                    .until(() -> {
                        most.accumulateAndGet(inFlight(cloud), Math::max);
                        return a.folder().results().size() == EACH
                                && b.folder().results().size() == EACH;
                    });

            List<Report> reports = Stream.of(a, b)
                    .flatMap(node -> node.folder().reports().stream())
                    .toList();
            assertThat(reports).extracting(Report::path).containsOnly(Road.EMULATED);
            assertThat(cloud.ledger().accepted()).isEqualTo(2 * EACH);
            assertThat(cloud.ledger().paidTwice()).isZero();
            assertThat(most.get()).isLessThanOrEqualTo(IN_FLIGHT);
        }
    }

    @Test
    void oneIsKilledAndStartedAgainWhileTheOtherGoesOn() throws Exception {
        Map<String, String> shared = shared();
        Folder killed = new Folder(root.resolve("killed"));
        try (Emulator cloud = cloud();
                Rig other = Rig.start(root.resolve("other"), cloud, shared)) {
            Map<String, String> settings = killed.settings();
            settings.putAll(shared);
            settings.put("shuttle.node", "mill-2");
            for (int i = 0; i < EACH; i++) {
                killed.drop("k" + i + ".png", Pictures.png(i));
                other.drop("o" + i + ".png", Pictures.png(100 + i));
            }
            try (ShuttleProcess first = ShuttleProcess.start(settings, Rig.environment(cloud), "run")) {
                assertThat(first.awaitLine(line -> line.contains(" - submitted"), 1))
                        .as(first.output())
                        .isTrue();
                first.kill();
            }
            try (ShuttleProcess again = ShuttleProcess.start(settings, Rig.environment(cloud), "run", "--once")) {
                assertThat(again.exitCode()).as(again.output()).isZero();
            }

            assertThat(other.reports(EACH)).hasSize(EACH);
            try (ShuttleProcess jobs = ShuttleProcess.start(settings, Map.of(), "jobs")) {
                assertThat(jobs.exitCode()).isZero();
                assertThat(jobs.output().lines().filter(line -> line.contains("mill-2")))
                        .hasSize(EACH)
                        .allMatch(line -> line.contains(" k"));
            }
            assertThat(killed.reports()).hasSize(EACH);
            assertThat(cloud.ledger().paidTwice()).isZero();
        }
    }
}
