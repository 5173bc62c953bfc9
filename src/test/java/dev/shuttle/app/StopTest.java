package dev.shuttle.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shuttle.emulator.Emulator;
import dev.shuttle.pipeline.job.JobState;
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
import java.util.HashMap;
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

    /** What is wanted here is known before it. */
    private static final Map<String, String> WITHOUT_THE_LOOM =
            Map.of("camel.main.autoStartupExcludePattern", "convert");

    @TempDir
    private java.nio.file.Path root;

    private static void awaitState(Rig rig, Class<? extends JobState> state) {
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        rig.program().journal().unfinished().stream().anyMatch(job -> state.isInstance(job.state())));
    }

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
            awaitState(first, JobState.Submitted.class);

            CompletableFuture.runAsync(first::close).get(60, TimeUnit.SECONDS);

            assertThat(new Folder(root).results()).isEmpty();
            try (Rig second = Rig.start(root, cloud, WITHOUT_THE_LOOM)) {
                awaitState(second, JobState.Converting.class);
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
            Map<String, String> again = new HashMap<>(server.settings());
            again.putAll(WITHOUT_THE_LOOM);
            try (Rig second = Rig.startIn(root.resolve("mill"), again, server.environment())) {
                awaitState(second, JobState.Converting.class);
                assertThat(second.program().journal().newest(9)).hasSize(1);
            }
        }
    }
}
