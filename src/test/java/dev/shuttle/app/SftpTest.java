package dev.shuttle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.job.JdbcJournal;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.MinaSftp;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.RemoteServer;
import dev.shuttle.rig.Rig;
import dev.shuttle.rig.ShuttleProcess;
import dev.shuttle.rig.Told;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SFTP against Apache MINA's server. */
class SftpTest extends RemoteContract {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path other;

    @Override
    RemoteServer server(Path folder) throws IOException {
        return new MinaSftp(folder);
    }

    @Override
    String way() {
        return "sftp";
    }

    @Test
    void thePasswordStandsInNoAddressAndNoRoute() {
        thePasswordStandsNowhere();
    }

    private void refused(MinaSftp server, Map<String, String> environment, String... told) throws Exception {
        server.upload("peony.png", Pictures.png(1));
        server.start();
        try (Told log = new Told();
                Rig rig = Rig.startIn(other.resolve("mill"), server.settings(), environment)) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> log.lines().stream().anyMatch(line -> line.contains("cannot be looked at")));
            assertThat(String.join("\n", log.lines()))
                    .contains(told)
                    .doesNotContain(String.valueOf(environment.get("SHUTTLE_SFTP_PASSWORD")));
            assertThat(rig.program().journal().newest(1)).isEmpty();
        }
        assertThat(server.folder().resolve("peony.png")).exists();
    }

    @Test
    void aServerOfUnknownKeyIsNotSpokenToAndItsFingerprintIsTold() throws Exception {
        try (MinaSftp server = new MinaSftp(other)) {
            server.forget();
            refused(server, server.environment(), "SHA256:", "shuttle.sftp.known-hosts");
        }
    }

    @Test
    void aServerWhoseKeyHasChangedIsNotSpokenTo() throws Exception {
        try (MinaSftp server = new MinaSftp(other)) {
            server.trust(MinaSftp.key());
            refused(server, server.environment(), "another key than before");
        }
    }

    @Test
    void aWrongPasswordIsToldAndNotRepeated() throws Exception {
        try (MinaSftp server = new MinaSftp(other)) {
            refused(server, Map.of("SHUTTLE_SFTP_PASSWORD", "not-this-one"), "check the user");
        }
    }

    @Test
    void killedInTheMiddleOfATransferEachPictureIsTakenOnce() throws Exception {
        Folder folder = new Folder(other);
        List<byte[]> pictures = IntStream.range(0, 4).mapToObj(Pictures::png).toList();
        try (MinaSftp server = new MinaSftp(other)) {
            Map<String, String> settings = folder.settings();
            settings.putAll(server.settings());
            settings.put("camel.main.autoStartupExcludePattern", "convert");
            for (int i = 0; i < pictures.size(); i++) {
                server.upload("p" + i + ".png", pictures.get(i));
            }
            CountDownLatch halfWay = server.holdAt("p2.png", pictures.get(2).length / 2);
            server.start();
            try (ShuttleProcess run = ShuttleProcess.start(settings, server.environment(), "run")) {
                assertThat(halfWay.await(60, TimeUnit.SECONDS)).as(run.output()).isTrue();
                run.kill();
            }
            server.letGo();
            try (ShuttleProcess run = ShuttleProcess.start(settings, server.environment(), "run")) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> Folder.children(server.folder())
                                .noneMatch(file -> file.toString().endsWith(".png")));
                run.kill();
            }
        }

        try (JdbcJournal journal =
                JdbcJournal.open("jdbc:sqlite:" + folder.work().resolve("journal.db"), null, null)) {
            assertThat(journal.newest(100).stream().map(job -> job.source().sha256()))
                    .containsExactlyInAnyOrderElementsOf(
                            pictures.stream().map(Disk::sha256).toList());
        }
    }
}
