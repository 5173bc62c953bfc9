package dev.shuttle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.rig.Folder;
import dev.shuttle.rig.MinaFtp;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.RemoteServer;
import dev.shuttle.rig.Rig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

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

    @Test
    void thePasswordStandsInNoAddressAndNoRoute() {
        thePasswordStandsNowhere();
    }
}
