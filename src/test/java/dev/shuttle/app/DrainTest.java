package dev.shuttle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shuttle.cli.ShuttleCommand;
import dev.shuttle.emulator.Emulator;
import dev.shuttle.emulator.EmulatorSettings;
import dev.shuttle.emulator.Limits;
import dev.shuttle.pipeline.job.PostgresCluster;
import dev.shuttle.report.Report;
import dev.shuttle.rig.Broker;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Http;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import dev.shuttle.rig.ShuttleProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

/** A node is asked to take nothing more while jobs are under way. */
final class DrainTest {
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final int PICTURES = 3;

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
        shared.put("shuttle.inbox.shared", "true");
        shared.put(
                "shuttle.inbox", Files.createDirectories(root.resolve("inbox")).toString());
        shared.put("dashscope.submit-rate", "20/s");
        shared.put("dashscope.poll-initial", "200ms");
    }

    private static Emulator cloud() {
        return Emulator.start(EmulatorSettings.defaults()
                .withTimes(Duration.ofMillis(20), Duration.ofMillis(700))
                .withLimits(Limits.NONE));
    }

    private Map<String, String> node(String name) {
        Map<String, String> settings = new HashMap<>(shared);
        settings.put("shuttle.node", name);
        return settings;
    }

    private void drop(int first) throws IOException {
        for (int i = first; i < first + PICTURES; i++) {
            Path part = root.resolve("part");
            Files.write(part, Pictures.encoded(Pictures.picture(i, 96, 64), "png"));
            Files.move(part, root.resolve("inbox/peony" + i + ".png"));
        }
    }

    private static List<Report> reports(Folder... folders) {
        return Stream.of(folders).flatMap(folder -> folder.reports().stream()).toList();
    }

    private int ask(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        List.of("shuttle.journal.url", "shuttle.journal.user")
                .forEach(key -> all.addAll(List.of("--set", key + "=" + shared.get(key))));
        all.addAll(List.of("--set", "shuttle.work=" + root.resolve("asker")));
        return ShuttleCommand.execute(all.toArray(String[]::new));
    }

    @Test
    void aProcessThatIsDrainedHandsItsJobsOnStopsAndEachPictureEndsOnce() throws Exception {
        Folder mine = new Folder(root.resolve("a"));
        Folder others = new Folder(root.resolve("b"));
        try (Emulator cloud = cloud();
                Broker broker = Broker.start(Files.createDirectories(root.resolve("broker")))) {
            shared.putAll(broker.stages());
            Map<String, String> a = mine.settings();
            a.putAll(node("mill-a"));
            Map<String, String> b = others.settings();
            b.putAll(node("mill-b"));
            try (ShuttleProcess first = ShuttleProcess.start(a, Rig.environment(cloud), "run");
                    ShuttleProcess second = ShuttleProcess.start(b, Rig.environment(cloud), "run")) {
                assertThat(first.awaitLine(line -> line.contains("watching"), 1))
                        .as(first.output())
                        .isTrue();
                assertThat(second.awaitLine(line -> line.contains("watching"), 1))
                        .as(second.output())
                        .isTrue();
                drop(0);
                assertThat(first.awaitLine(line -> line.contains(" - submitted"), 1)
                                || second.awaitLine(line -> line.contains(" - submitted"), 1))
                        .isTrue();

                assertThat(ask("drain", "mill-a", "--stop", "--wait", "90")).isZero();

                assertThat(first.exitCode()).as(first.output()).isZero();
                drop(PICTURES);
                await().atMost(LONGEST).until(() -> reports(mine, others).size() == 2 * PICTURES);
                assertThat(first.output()).contains("drains: takes nothing more");
            }
            assertThat(reports(mine, others))
                    .extracting(report -> report.source().name())
                    .doesNotHaveDuplicates();
            assertThat(others.reports()).extracting(Report::node).containsOnly("mill-b");
            assertThat(cloud.ledger().accepted()).isEqualTo(2 * PICTURES);
            assertThat(cloud.ledger().paidTwice()).isZero();
        }
    }

    @Test
    void withoutABrokerItLeavesWhatItHasAndTakesAgainWhenItIsUndone() throws Exception {
        try (Emulator cloud = cloud();
                Rig a = Rig.serving(root.resolve("a"), cloud, node("mill-a"));
                Rig b = Rig.start(root.resolve("b"), cloud, node("mill-b"))) {
            drop(0);
            await().atMost(LONGEST).until(() -> cloud.ledger().accepted() > 0);

            assertThat(ask("drain", "mill-a", "--wait", "90")).isZero();

            int mine = a.folder().results().size();
            assertThat(a.http().json("/api/nodes").path("nodes").findValuesAsText("standing"))
                    .containsExactly("drained", "there");
            assertThat(post(a.http()).statusCode()).isEqualTo(503);
            assertThat(Http.header(post(a.http()), "Retry-After")).isEqualTo("30");
            drop(PICTURES);
            await().atMost(LONGEST).until(() -> reports(a.folder(), b.folder()).size() == 2 * PICTURES);
            assertThat(a.folder().results()).hasSize(mine);
            assertThat(cloud.ledger().paidTwice()).isZero();

            assertThat(ask("drain", "mill-a", "--undo")).isZero();

            await().atMost(LONGEST).until(() -> post(a.http()).statusCode() == 200);
        }
    }

    private static java.net.http.HttpResponse<byte[]> post(Http http) {
        return http.compose("late.png", Pictures.encoded(Pictures.picture(99, 96, 64), "png"), Map.of());
    }

    @Test
    void aNodeThatIsNotThereCannotBeAsked() throws IOException {
        assertThat(ask("drain", "mill-x")).isEqualTo(2);
    }
}
