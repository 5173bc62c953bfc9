package dev.shuttle.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shuttle.emulator.Emulator;
import dev.shuttle.emulator.EmulatorSettings;
import dev.shuttle.emulator.Limits;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.PostgresCluster;
import dev.shuttle.report.Report;
import dev.shuttle.report.State;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.rig.Broker;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import dev.shuttle.rig.ShuttleProcess;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
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

    private static byte[] picture(int seed) {
        return Pictures.encoded(Pictures.picture(seed, 96, 64), "png");
    }

    /** Says whether somebody made one of bytes. */
    private static final class Tripwire implements Serializable {
        private static final long serialVersionUID = 1L;
        private static final AtomicBoolean TRIPPED = new AtomicBoolean();

        private void readObject(ObjectInputStream in) {
            TRIPPED.set(true);
        }
    }

    @Test
    void anObjectIsNeverReadAndADeadLetterEndsItsJobWithItsOriginal() throws Exception {
        Map<String, String> shared = shared();
        shared.put("dashscope.poll-initial", "500ms");
        shared.put("dashscope.poll-max", "1s");
        try (Emulator cloud = Emulator.start(EmulatorSettings.defaults()
                        .withTimes(Duration.ofMillis(20), Duration.ofMinutes(5))
                        .withLimits(Limits.NONE));
                Rig rig = Rig.start(root, cloud, shared)) {
            for (String stage : List.of("intake", "cloud", "poll", "convert")) {
                broker().sendObject("shuttle." + stage, new Tripwire());
            }
            rig.drop("peony.png", picture(1));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> rig.program().journal().newest(1).stream()
                            .anyMatch(job -> job.state().name().equals("RUNNING")));
            Job job = rig.program().journal().newest(1).get(0);

            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(300))
                    .until(() -> {
                        broker().send(Broker.DEAD, job.id().value());
                        return rig.program()
                                .journal()
                                .find(job.id())
                                .orElseThrow()
                                .isFinal();
                    });

            Path failed = rig.folder().outbox().resolve("failed");
            await().until(() -> Folder.children(failed).count() == 1);
            Path ended = Folder.children(failed).findFirst().orElseThrow();
            assertThat(ended.resolve("source.png")).hasBinaryContent(picture(1));
            assertThat(Folder.report(ended).problem())
                    .isNotNull()
                    .extracting("code")
                    .isEqualTo("KEEPS_FAILING");
            assertThat(Tripwire.TRIPPED).isFalse();
        }
    }

    @Test
    void oneIsKilledAndTheBrokerLosesAllAndStillEachPictureEndsOnce() throws Exception {
        int each = 3;
        Map<String, String> shared = shared();
        Folder killed = new Folder(root.resolve("killed"));
        try (Emulator cloud = cloud();
                Rig other = Rig.start(root.resolve("other"), cloud, shared)) {
            Map<String, String> settings = killed.settings();
            settings.putAll(shared);
            for (int i = 0; i < each; i++) {
                killed.drop("k" + i + ".png", picture(i));
                other.drop("o" + i + ".png", picture(100 + i));
            }
            try (ShuttleProcess first = ShuttleProcess.start(settings, Rig.environment(cloud), "run")) {
                assertThat(first.awaitLine(line -> line.contains(" - submitted"), 1))
                        .as(first.output())
                        .isTrue();
                first.kill();
            }
            broker().restartEmpty();
            try (ShuttleProcess again = ShuttleProcess.start(settings, Rig.environment(cloud), "run", "--once")) {
                assertThat(again.exitCode()).as(again.output()).isZero();
            }

            assertThat(other.reports(each)).hasSize(each);
            assertThat(killed.reports()).hasSize(each);
            assertThat(cloud.ledger().paidTwice()).isZero();
        }
    }

    @Test
    void aFileThatIsNoPictureIsRejectedWithItsOriginal() throws Exception {
        byte[] broken = "no picture".getBytes(UTF_8);
        try (Emulator cloud = cloud();
                Rig rig = Rig.start(root.resolve("a"), cloud, shared())) {
            Report report = rig.drop("broken.png", broken).report();

            assertThat(report.state()).isEqualTo(State.REJECTED);
            assertThat(rig.folder().results().get(0).resolve("source.png")).hasBinaryContent(broken);
        }
    }

    @Test
    void twoProgramsEndEachPictureOnceAndSoonAlthoughTheBrokerIsAwayForAWhile() throws Exception {
        int each = 4;
        Map<String, String> shared = shared();
        try (Emulator cloud = cloud();
                Rig a = Rig.start(root.resolve("a"), cloud, shared);
                Rig b = Rig.start(root.resolve("b"), cloud, shared)) {
            for (int i = 0; i < each; i++) {
                a.drop("a" + i + ".png", picture(i));
                b.drop("b" + i + ".png", picture(100 + i));
            }
            await().atMost(Duration.ofMinutes(3))
                    .until(() ->
                            a.folder().results().size() + b.folder().results().size() >= 2);
            broker().kill();
            await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
            broker().startAgain();
            // Of the ten minutes after which a message counts as lost, none is waited for.
            await().atMost(Duration.ofMinutes(2))
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
