package dev.shuttle.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shuttle.report.State;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.MinaSftp;
import dev.shuttle.rig.Rig;
import dev.shuttle.rig.ShuttleProcess;
import dev.shuttle.rig.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results to an SFTP server. What is rejected is delivered too, and needs no loom: the quickest result. */
class DeliveryTest {
    private static final byte[] NO_PICTURE = "a letter, not a picture".getBytes(UTF_8);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private MinaSftp server;

    @BeforeEach
    void prepareServer() throws IOException {
        server = new MinaSftp(root.resolve("remote"));
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    private Rig rig(Map<String, String> environment) {
        return Rig.startIn(root.resolve("mill"), server.delivery(), environment);
    }

    private Rig rig() {
        return rig(server.environment());
    }

    /** All that can be seen in the results' folder. */
    private List<String> visible() {
        Path rejected = server.results().resolve("rejected");
        return Files.isDirectory(rejected)
                ? Folder.children(rejected)
                        .map(folder -> folder.getFileName().toString())
                        .sorted()
                        .toList()
                : List.of();
    }

    private void awaitWhole(Path result) {
        Path arrived = server.results().resolve("rejected").resolve(result.getFileName());
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.isDirectory(arrived));
        assertThat(Folder.content(arrived)).isEqualTo(Folder.content(result));
        assertThat(Folder.children(server.results()).map(Path::getFileName).map(Path::toString))
                .containsExactly("rejected");
    }

    @Test
    void aResultArrivesWhole() throws Exception {
        server.start();
        try (Rig rig = rig()) {
            rig.drop("牡丹 1.png", NO_PICTURE).report();

            awaitWhole(rig.folder().results().get(0));
        }
    }

    @Test
    void aDeliveryThatIsCutOffShowsNothingAndGoesOnWhenTheServerIsBack() throws Exception {
        CountDownLatch underWay = server.holdAt("report.json", 1);
        server.start();
        try (Rig rig = rig()) {
            rig.drop("peony.png", NO_PICTURE);
            assertThat(underWay.await(60, TimeUnit.SECONDS)).isTrue();
            server.stop();

            assertThat(visible()).isEmpty();
            server.start();
            awaitWhole(rig.folder().results().get(0));
        }
    }

    @Test
    void aServerThatIsAwayIsNoFaultOfTheJobsAndAllArriveWhenItIsBack() throws Exception {
        try (Rig rig = rig()) {
            rig.drop("a.png", NO_PICTURE).drop("b.png", NO_PICTURE);

            assertThat(rig.reports(2)).extracting(report -> report.state()).containsOnly(State.REJECTED);
            server.start();
            await().atMost(Duration.ofSeconds(60)).until(() -> visible().size() == 2);
        }
    }

    private void told(Map<String, String> environment, String code, String hint) throws Exception {
        server.start();
        try (Told log = new Told();
                Rig rig = rig(environment)) {
            rig.drop("peony.png", NO_PICTURE).reports(1);

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> log.lines().stream().anyMatch(line -> line.contains("not delivered")));
            assertThat(log.lines()).anySatisfy(line -> assertThat(line).contains(code, hint));
            assertThat(visible()).isEmpty();
        }
    }

    @Test
    void aWrongPasswordIsTold() throws Exception {
        told(Map.of("SHUTTLE_SFTP_OUT_PASSWORD", "not-this-one"), "REMOTE_LOGIN_REFUSED", "check the user");
    }

    @Test
    void aServerOfAnotherKeyGetsNothing() throws Exception {
        server.trust(MinaSftp.key());
        told(server.environment(), "REMOTE_HOST_KEY_CHANGED", "shuttle.sftp.out.known-hosts");
    }

    @Test
    void aFullDiskThereIsToldAndWhenThereIsRoomTheResultArrives() throws Exception {
        server.fill(true);
        told(server.environment(), "REMOTE_FAILED", "disk or the user's quota is full");

        server.fill(false);
        try (Rig rig = rig()) {
            awaitWhole(rig.folder().results().get(0));
        }
    }

    @Test
    void killedInTheMiddleOfADeliveryItGoesOnAtTheNextStart() throws Exception {
        Folder folder = new Folder(root.resolve("mill"));
        Map<String, String> settings = folder.settings();
        settings.putAll(server.delivery());
        folder.drop("peony.png", NO_PICTURE);
        CountDownLatch underWay = server.holdAt("report.json", 1);
        server.start();
        try (ShuttleProcess run = ShuttleProcess.start(settings, server.environment(), "run")) {
            assertThat(underWay.await(60, TimeUnit.SECONDS)).as(run.output()).isTrue();
            run.kill();
        }
        server.letGo();
        assertThat(visible()).isEmpty();

        try (ShuttleProcess run = ShuttleProcess.start(settings, server.environment(), "run", "--once")) {
            run.exitCode();
        }
        awaitWhole(folder.results().get(0));
    }
}
