package dev.shuttle.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shuttle.pipeline.disk.Disk;
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
import java.util.stream.IntStream;
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

    final RemoteServer server() {
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

    final void awaitDone(String... names) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(done()).containsExactlyInAnyOrder(names));
    }

    /** What is wanted of the servers needs no loom. */
    final Rig waiting(String... more) {
        Map<String, String> settings = new HashMap<>(server().settings());
        settings.put("camel.main.autoStartupExcludePattern", "convert");
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return Rig.startIn(root.resolve("mill"), settings, server().environment());
    }

    static List<String> jobs(Rig rig) {
        return rig.program().journal().newest(100).stream()
                .map(job -> job.source().name())
                .toList();
    }

    @Test
    void aPictureIsFetchedWithItsTicketAndMovedAwayOnTheServer() throws Exception {
        byte[] picture = Pictures.encoded(Pictures.picture(1, 64, 64), "png");
        server().upload("pixel_art/牡丹 1.png", picture);
        server().upload("pixel_art/牡丹 1.png.yaml", "colours: 3".getBytes(UTF_8));

        try (Rig rig = rig()) {
            Report report = rig.report();

            assertThat(report.state()).isEqualTo(State.DONE);
            assertThat(report.source().from()).isEqualTo(way());
            assertThat(report.source().name()).isEqualTo("牡丹 1.png");
            assertThat(report.source().sha256()).isEqualTo(Disk.sha256(picture));
            assertThat(report.preset()).isEqualTo("pixel_art");
            assertThat(report.ticket()).containsEntry("colours", 3);
            awaitDone("牡丹 1.png", "牡丹 1.png.yaml");
            assertThat(Folder.children(server().folder().resolve("pixel_art"))).isEmpty();
        }
    }

    @Test
    void aFileThatWasFetchedAndNotYetMovedWhenTheProgramDiedIsKnownAgain() throws Exception {
        server().upload("peony.png", Pictures.png(4));
        try (Rig rig = waiting()) {
            awaitDone("peony.png");
            assertThat(jobs(rig)).hasSize(1);
        }
        // As if the kill had come before the move on the server.
        Path moved =
                Folder.children(server().folder().resolve(".done")).findFirst().orElseThrow();
        Files.move(moved, server().folder().resolve("peony.png"));

        try (Rig rig = waiting()) {
            awaitDone("peony.png");

            assertThat(jobs(rig)).containsExactly("peony.png");
        }
    }

    @Test
    void theServerMayBeAwayAtTheStartAndDieAndEachPictureIsTakenOnce() throws Exception {
        server().stop();
        String[] names = IntStream.range(0, 12).mapToObj(i -> "p" + i + ".png").toArray(String[]::new);
        try (Rig rig = waiting()) {
            server().start();
            for (int i = 0; i < names.length; i++) {
                server().upload(names[i], Pictures.png(i));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> !jobs(rig).isEmpty());
            server().stop();
            server().start();

            awaitDone(names);
            assertThat(jobs(rig)).containsExactlyInAnyOrder(names);
        }
    }

    final void thePasswordStandsNowhere() {
        try (Rig rig = waiting()) {
            assertThat(rig.program().context().getEndpoints())
                    .extracting(Endpoint::getEndpointUri)
                    .anyMatch(uri -> uri.startsWith(way() + ":"))
                    .noneMatch(uri -> uri.contains(RemoteServer.PASSWORD));
            assertThat(rig.program().context().getRoutes().toString()).doesNotContain(RemoteServer.PASSWORD);
        }
    }
}
