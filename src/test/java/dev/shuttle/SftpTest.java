package dev.shuttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.disk.Disk;
import dev.shuttle.report.Report;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.MinaSftp;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.RemoteServer;
import dev.shuttle.rig.ShuttleProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    private static Map<String, String> settings(Folder folder, RemoteServer server) {
        Map<String, String> settings = folder.settings();
        settings.putAll(server.settings());
        return settings;
    }

    private void refused(MinaSftp server, Map<String, String> environment, String... told) throws Exception {
        Folder folder = new Folder(other);
        server.upload("peony.png", Pictures.png(1));
        server.start();
        try (ShuttleProcess run = ShuttleProcess.start(settings(folder, server), environment, "run")) {
            assertThat(run.awaitLine(line -> line.contains("cannot be looked at"), 1))
                    .as(run.output())
                    .isTrue();
            assertThat(run.output()).contains(told).doesNotContain(environment.get("SHUTTLE_SFTP_PASSWORD"));
        }
        assertThat(server.folder().resolve("peony.png")).exists();
        assertThat(folder.results()).isEmpty();
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
    void whereverItIsKilledEachPictureIsMadeOnce() throws Exception {
        Folder folder = new Folder(other);
        List<byte[]> pictures = IntStream.range(0, 6).mapToObj(Pictures::png).toList();
        try (MinaSftp server = new MinaSftp(other)) {
            server.start();
            for (int i = 0; i < pictures.size(); i++) {
                server.upload("p" + i + ".png", pictures.get(i));
            }
            for (int times = 1; times <= 2; times++) {
                try (ShuttleProcess run = ShuttleProcess.start(settings(folder, server), server.environment(), "run")) {
                    assertThat(run.awaitLine(line -> line.contains(" - admitted"), times))
                            .as(run.output())
                            .isTrue();
                    run.kill();
                }
            }
            try (ShuttleProcess last = ShuttleProcess.start(settings(folder, server), server.environment(), "run")) {
                org.awaitility.Awaitility.await()
                        .atMost(java.time.Duration.ofSeconds(90))
                        .until(() -> folder.results().size() == pictures.size()
                                && Folder.children(server.folder())
                                        .noneMatch(file -> file.toString().endsWith(".png")));
                last.terminate();
                last.exitCode();
            }
        }

        assertThat(folder.reports().stream()
                        .map((Report report) -> report.source().sha256()))
                .containsExactlyInAnyOrderElementsOf(
                        pictures.stream().map(Disk::sha256).toList());
    }
}
