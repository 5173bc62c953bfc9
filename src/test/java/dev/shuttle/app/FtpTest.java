package dev.shuttle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shuttle.rig.Folder;
import dev.shuttle.rig.MinaFtp;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.RemoteServer;
import dev.shuttle.rig.Rig;
import dev.shuttle.rig.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FTP against Apache's FtpServer. */
class FtpTest extends RemoteContract {
    @Override
    RemoteServer server(Path folder) throws IOException {
        return new MinaFtp(folder);
    }

    @Override
    String way() {
        return "ftp";
    }

    @Test
    void unfinishedHiddenAndOversizedFilesAndLonelyTicketsStay() throws Exception {
        List<String> left = List.of("a.png.part", "b.tmp", "c.png.filepart", ".d.png", "e.png.yaml", "huge.png");
        for (String name : left) {
            Files.write(server().folder().resolve(name), name.equals("huge.png") ? new byte[60_000] : Pictures.png(2));
        }
        Files.writeString(server().folder().resolve("e.png.yaml"), "colours: 3");
        server().upload("whole.png", Pictures.encoded(Pictures.picture(3, 64, 64), "png"));

        try (Rig rig = waiting("shuttle.max-file-size", "50000")) {
            awaitDone("whole.png");

            assertThat(Folder.children(server().folder())
                            .map(file -> file.getFileName().toString()))
                    .containsAll(left);
            assertThat(jobs(rig)).containsExactly("whole.png");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETR", "RNFR", "RNTO"})
    void aServerThatRefusesToGiveOrToMoveAFileIsNamedOnceAndTheFileStaysUntilItMay(String command) throws Exception {
        MinaFtp refusing = (MinaFtp) server();
        refusing.refuse(command);
        server().upload("peony.png", Pictures.png(4));
        try (Told log = new Told();
                Rig rig = waiting()) {
            await().atMost(Duration.ofSeconds(60)).until(() -> warnings(log).size() > 0);

            assertThat(warnings(log).get(0))
                    .contains(
                            "peony.png stays there",
                            "REMOTE_REFUSED: the server does not",
                            "rights",
                            "shuttle.ftp.charset")
                    .doesNotContain("Exception", "RemoteFile", "delay=");
            assertThat(server().folder().resolve("peony.png")).exists();
            refusing.refuseNothing();
            awaitDone("peony.png");
            assertThat(jobs(rig)).containsExactly("peony.png");
            assertThat(warnings(log)).hasSize(1);
        }
    }

    private static List<String> warnings(Told log) {
        return log.lines().stream().filter(line -> line.contains("stays there")).toList();
    }

    @Test
    void thePasswordStandsInNoAddressAndNoRoute() {
        thePasswordStandsNowhere();
    }
}
