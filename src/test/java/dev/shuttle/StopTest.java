package dev.shuttle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shuttle.emulator.Emulator;
import dev.shuttle.job.JobState;
import dev.shuttle.report.Path;
import dev.shuttle.report.Report;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Http;
import dev.shuttle.rig.MinaSftp;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import dev.shuttle.rig.ShuttleProcess;
import dev.shuttle.rig.TestCloud;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An orderly stop: nothing waits for what takes long, and the next start goes on with it. */
@SuppressWarnings("NullAway.Init")
class StopTest {
    /** Of the settings: far beyond any test's patience, so that only a stop that is not waited for comes in time. */
    private static final String LONG = "10m";

    @TempDir
    private java.nio.file.Path root;

    @Test
    void aTaskThatIsWaitedForIsLeftToTheNextStartAndNotPaidAgain() throws Exception {
        Map<String, String> patient = Map.of(
                "dashscope.poll-initial",
                "5m",
                "dashscope.poll-max",
                "5m",
                "dashscope.deadline",
                LONG,
                "shuttle.stop.timeout",
                LONG);
        try (Emulator cloud = TestCloud.start()) {
            Rig first = Rig.start(root, cloud, patient).drop("peony.png", Pictures.png(1));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> first.program().journal().unfinished().stream()
                            .anyMatch(job -> job.state() instanceof JobState.Submitted));

            CompletableFuture.runAsync(first::close).get(60, TimeUnit.SECONDS);

            assertThat(new Folder(root).results()).isEmpty();
            try (Rig second = Rig.start(root, cloud)) {
                Report report = second.report();
                assertThat(report.path()).isEqualTo(Path.EMULATED);
            }
            assertThat(cloud.ledger().accepted()).isEqualTo(1);
        }
    }

    @Test
    void whoIsStillUploadingIsToldToComeAgain() throws Exception {
        Rig rig = Rig.serving(root, (Emulator) null, Map.of());
        Http http = rig.http();
        byte[] form = Http.form("half.png", new byte[1 << 20], Map.of());
        try (Socket socket = new Socket(http.host(), http.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(http.head(form.length).getBytes(UTF_8));
            out.write(form, 0, form.length / 2);
            out.flush();
            await().until(() -> Folder.children(rig.folder().work().resolve("uploads"))
                    .findAny()
                    .isPresent());

            rig.close();

            socket.setSoTimeout(60_000);
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 503 ")
                    .contains("Retry-After: ", "application/problem+json", "STOPPING");
        }
        assertThat(rig.folder().results()).isEmpty();
    }

    @Test
    void aServerThatHoldsATransferOpenDoesNotHoldTheStopAndASecondSignalChangesNothing() throws Exception {
        Folder folder = new Folder(root.resolve("mill"));
        try (MinaSftp server = new MinaSftp(root)) {
            Map<String, String> settings = folder.settings();
            settings.putAll(server.settings());
            settings.put("shuttle.stop.timeout", "2s");
            server.upload("peony.png", Pictures.png(1));
            CountDownLatch halfWay = server.holdAt("peony.png", 1);
            server.start();
            try (ShuttleProcess run = ShuttleProcess.start(settings, server.environment(), "run")) {
                assertThat(halfWay.await(60, TimeUnit.SECONDS)).as(run.output()).isTrue();
                run.terminate();
                run.terminate();

                assertThat(run.exitCode()).as(run.output()).isEqualTo(128 + 15);
            }
            server.letGo();
            try (Rig second = Rig.startIn(root.resolve("mill"), server.settings(), server.environment())) {
                assertThat(second.report().source().name()).isEqualTo("peony.png");
            }
        }
    }
}
