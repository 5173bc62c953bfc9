package dev.shuttle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shuttle.emulator.Emulator;
import dev.shuttle.emulator.EmulatorSettings;
import dev.shuttle.emulator.Limits;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.PostgresCluster;
import dev.shuttle.report.Report;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.rig.Broker;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/** Nodes that share a PostgreSQL journal, a broker and a store, and none of their work folders. */
final class NodesByMessageTest {
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final int PICTURES = 3;

    private static @Nullable PostgresCluster cluster;
    private static @Nullable Broker broker;

    @TempDir
    private static Path brokers = Path.of("");

    @TempDir
    private Path root = Path.of("");

    private final Map<String, String> shared = new HashMap<>();

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

    @BeforeEach
    void share() throws IOException {
        PostgresCluster running = Objects.requireNonNull(cluster);
        shared.putAll(Objects.requireNonNull(broker).stages());
        shared.put("shuttle.journal.url", running.newDatabase());
        shared.put("shuttle.journal.user", running.user());
        shared.put(
                "shuttle.store", Files.createDirectories(root.resolve("store")).toString());
        shared.put("shuttle.recover", "200ms");
        shared.put("dashscope.max-in-flight", "4");
        shared.put("dashscope.submit-rate", "20/s");
    }

    private static Emulator cloud() {
        return Emulator.start(EmulatorSettings.defaults()
                .withTimes(Duration.ofMillis(20), Duration.ofMillis(50))
                .withLimits(Limits.NONE));
    }

    private Map<String, String> withRoles(String roles) {
        Map<String, String> settings = new HashMap<>(shared);
        settings.put("shuttle.roles", roles);
        return settings;
    }

    private static byte[] picture(int seed) {
        return Pictures.encoded(Pictures.picture(seed, 96, 64), "png");
    }

    /** The names of jobs in this folder. */
    private static List<String> jobs(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(JobId::isOne)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isNothingLeft(Rig... nodes) {
        return jobs(root.resolve("store")).isEmpty()
                && Stream.of(nodes)
                        .map(node -> node.folder().work())
                        .allMatch(work -> jobs(work).isEmpty());
    }

    private static void dropInto(Rig node, int first) {
        for (int i = first; i < first + PICTURES; i++) {
            node.drop("peony" + i + ".png", picture(i));
        }
    }

    private static void assertEachIsWhole(List<Path> results) throws IOException {
        for (Path result : results) {
            Report report = Folder.report(result);
            int seed = Integer.parseInt(report.source().name().replaceAll("\\D", ""));
            assertThat(report.path()).isEqualTo(Road.EMULATED);
            assertThat(result.resolve("source.png")).hasBinaryContent(picture(seed));
        }
    }

    @Test
    void oneTakesInAndPublishesWhatTheOtherSendsToTheCloudAndConverts() throws Exception {
        try (Emulator cloud = cloud();
                Rig front = Rig.start(root.resolve("front"), null, withRoles("intake,pages"));
                Rig mill = Rig.start(root.resolve("mill"), cloud, withRoles("cloud,convert"))) {
            dropInto(front, 0);

            await().atMost(LONGEST)
                    .until(() -> front.folder().results().size() == PICTURES && isNothingLeft(front, mill));

            assertEachIsWhole(front.folder().results());
            assertThat(mill.folder().results()).isEmpty();
            assertThat(cloud.ledger().accepted()).isEqualTo(PICTURES);
            assertThat(cloud.ledger().paidTwice()).isZero();
        }
    }

    @Test
    void eachPictureEndsAtEitherNodeAndNothingOfItStaysAtTheOther() throws Exception {
        try (Emulator cloud = cloud();
                Rig a = Rig.start(root.resolve("a"), cloud, shared);
                Rig b = Rig.start(root.resolve("b"), cloud, shared)) {
            dropInto(a, 0);
            dropInto(b, PICTURES);

            await().atMost(LONGEST).until(() -> results(a, b).size() == 2 * PICTURES && isNothingLeft(a, b));

            assertEachIsWhole(results(a, b));
            assertThat(cloud.ledger().accepted()).isEqualTo(2 * PICTURES);
            assertThat(cloud.ledger().paidTwice()).isZero();
        }
    }

    private static List<Path> results(Rig a, Rig b) {
        return Stream.of(a, b).flatMap(node -> node.folder().results().stream()).toList();
    }
}
