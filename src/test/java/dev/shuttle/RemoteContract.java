package dev.shuttle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shuttle.disk.Disk;
import dev.shuttle.report.Report;
import dev.shuttle.report.State;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.RemoteServer;
import dev.shuttle.rig.Rig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.Endpoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every server that pictures are fetched from has to see. */
abstract class RemoteContract {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    private @Nullable RemoteServer running;

    abstract RemoteServer server(Path folder) throws IOException;

    /** {@code ftp} or {@code sftp}. */
    abstract String way();

    @BeforeEach
    final void startServer() throws IOException {
        RemoteServer prepared = server(Files.createDirectory(root.resolve("remote")));
        running = prepared;
        prepared.start();
    }

    @AfterEach
    final void stopServer() {
        if (running != null) {
            running.close();
        }
    }

    private RemoteServer server() {
        return Objects.requireNonNull(running);
    }

    private Rig rig() {
        return Rig.startIn(root.resolve("mill"), server().settings(), server().environment());
    }

    private List<String> done() throws IOException {
        Path done = server().folder().resolve(".done");
        if (!Files.isDirectory(done)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(done)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("^[0-9-]{18,19}-", ""))
                    .sorted()
                    .toList();
        }
    }

    private void awaitDone(String... names) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(done()).containsExactlyInAnyOrder(names));
    }

    @Test
    void aPictureIsFetchedWithItsTicketAndMovedAwayOnTheServer() throws Exception {
        byte[] picture = Pictures.png(1);
        server().upload("damask/牡丹 1.png", picture);
        server().upload("damask/牡丹 1.png.yaml", "colours: 3".getBytes(UTF_8));

        try (Rig rig = rig()) {
            Report report = rig.report();

            assertThat(report.state()).isEqualTo(State.DONE);
            assertThat(report.source().from().word()).isEqualTo(way());
            assertThat(report.source().name()).isEqualTo("牡丹 1.png");
            assertThat(report.source().sha256()).isEqualTo(Disk.sha256(picture));
            assertThat(report.preset()).isEqualTo("damask");
            assertThat(report.ticket()).containsEntry("colours", 3);
            awaitDone("牡丹 1.png", "牡丹 1.png.yaml");
            assertThat(Folder.children(server().folder().resolve("damask"))).isEmpty();
        }
    }

    @Test
    void unfinishedHiddenAndOversizedFilesAndLonelyTicketsStay() throws Exception {
        List<String> left = List.of("a.png.part", "b.tmp", "c.png.filepart", ".d.png", "e.png.yaml", "huge.png");
        for (String name : left) {
            Files.write(server().folder().resolve(name), name.equals("huge.png") ? new byte[60_000] : Pictures.png(2));
        }
        Files.writeString(server().folder().resolve("e.png.yaml"), "colours: 3");
        server().upload("whole.png", Pictures.encoded(Pictures.picture(3, 64, 64), "png"));

        try (Rig rig = Rig.startIn(
                root.resolve("mill"),
                with(server().settings(), "shuttle.max-file-size", "50000"),
                server().environment())) {
            rig.report();
            awaitDone("whole.png");

            assertThat(Folder.children(server().folder())
                            .map(file -> file.getFileName().toString()))
                    .containsAll(left);
            assertThat(rig.folder().results()).hasSize(1);
        }
    }

    @Test
    void aFileThatWasFetchedAndNotYetMovedWhenTheProgramDiedIsKnownAgain() throws Exception {
        server().upload("peony.png", Pictures.png(4));
        try (Rig rig = rig()) {
            rig.report();
            awaitDone("peony.png");
        }
        // As if the kill had come before the move on the server.
        Path moved =
                Folder.children(server().folder().resolve(".done")).findFirst().orElseThrow();
        Files.move(moved, server().folder().resolve("peony.png"));

        try (Rig rig = rig()) {
            awaitDone("peony.png");

            assertThat(rig.reports(1)).hasSize(1);
        }
    }

    @Test
    void theServerMayDieTwiceAndEachPictureIsMadeOnce() throws Exception {
        server().stop();
        try (Rig rig = rig()) {
            server().start();
            for (int i = 0; i < 6; i++) {
                server().upload("p" + i + ".png", Pictures.png(i));
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !rig.folder().results().isEmpty());
            server().stop();
            server().start();

            assertThat(rig.reports(6)).extracting(Report::state).containsOnly(State.DONE);
            awaitDone("p0.png", "p1.png", "p2.png", "p3.png", "p4.png", "p5.png");
            assertThat(rig.folder().results()).hasSize(6);
        }
    }

    @Test
    void thePasswordStandsInNoAddressAndNoRoute() throws Exception {
        try (Rig rig = rig()) {
            assertThat(rig.program().context().getEndpoints())
                    .extracting(Endpoint::getEndpointUri)
                    .anyMatch(uri -> uri.startsWith(way() + ":"))
                    .noneMatch(uri -> uri.contains(RemoteServer.PASSWORD));
            assertThat(rig.program().context().getRoutes().toString()).doesNotContain(RemoteServer.PASSWORD);
        }
    }

    static Map<String, String> with(Map<String, String> settings, String key, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(key, value);
        return more;
    }
}
