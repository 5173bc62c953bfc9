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
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import java.io.IOException;
import java.nio.file.Files;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that share a PostgreSQL journal and a store, and none of their work folders. */
final class RolesTest {
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private static @Nullable PostgresCluster cluster;

    @TempDir
    private Path root = Path.of("");

    private final Map<String, String> shared = new HashMap<>();

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

    @BeforeEach
    void share() throws IOException {
        PostgresCluster running = Objects.requireNonNull(cluster);
        shared.put("shuttle.journal.url", running.newDatabase());
        shared.put("shuttle.journal.user", running.user());
        shared.put(
                "shuttle.store", Files.createDirectories(root.resolve("store")).toString());
        shared.put("shuttle.recover", "200ms");
    }

    private static Emulator cloud() {
        return Emulator.start(EmulatorSettings.defaults()
                .withTimes(Duration.ofMillis(20), Duration.ofMillis(50))
                .withLimits(Limits.NONE));
    }

    private Map<String, String> with(String key, String value) {
        Map<String, String> settings = new HashMap<>(shared);
        settings.put(key, value);
        return settings;
    }

    private List<String> inTheStore() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("store"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("shuttle-store"))
                    .toList();
        }
    }

    @Test
    void oneNodeTakesInAndPublishesWhatTheOtherSendsToTheCloudAndConverts() throws Exception {
        try (Emulator cloud = cloud();
                Rig front = Rig.start(root.resolve("front"), null, with("shuttle.roles", "intake,pages"));
                Rig mill = Rig.start(root.resolve("mill"), cloud, with("shuttle.roles", "cloud,convert"))) {
            byte[] picture = Pictures.png(1);
            front.drop("peony.png", picture);
            front.drop("broken.png", new byte[] {1, 2, 3});

            await().atMost(LONGEST)
                    .until(() ->
                            front.folder().results().size() == 2 && inTheStore().isEmpty());

            Report peony = front.folder().reports().stream()
                    .filter(report -> report.source().name().equals("peony.png"))
                    .findFirst()
                    .orElseThrow();
            assertThat(peony.path()).isEqualTo(Road.EMULATED);
            Path result = front.folder().results().stream()
                    .filter(folder -> folder.getFileName().toString().startsWith("peony"))
                    .findFirst()
                    .orElseThrow();
            assertThat(result.resolve("source.png")).hasBinaryContent(picture);
            assertThat(result.resolve("cloud.png")).exists();
            assertThat(mill.folder().results()).isEmpty();
            assertThat(cloud.ledger().accepted()).isEqualTo(1);
        }
    }

    @Test
    void twoNodesWatchOneInboxAndTakeEachPictureOnce() throws Exception {
        Folder inbox = new Folder(root.resolve("front"));
        Map<String, String> settings = with("shuttle.inbox.shared", "true");
        settings.put("shuttle.inbox", Files.createDirectories(inbox.inbox()).toString());
        try (Rig first = Rig.start(root.resolve("first"), null, settings);
                Rig second = Rig.start(root.resolve("second"), null, settings)) {
            for (int i = 0; i < 3; i++) {
                inbox.drop("a" + i + ".png", Pictures.png(i));
            }
            await().atMost(LONGEST).until(() -> results(first, second) == 3);
            Rig reader = first.folder().results().isEmpty() ? second : first;
            assertThat(reader.folder().results()).hasSize(3);

            reader.close();

            for (int i = 0; i < 2; i++) {
                inbox.drop("b" + i + ".png", Pictures.png(10 + i));
            }
            await().atMost(LONGEST).until(() -> results(first, second) == 5);
            assertThat(inbox.inbox()).isEmptyDirectory();
        }
    }

    private static int results(Rig first, Rig second) {
        return first.folder().results().size() + second.folder().results().size();
    }
}
