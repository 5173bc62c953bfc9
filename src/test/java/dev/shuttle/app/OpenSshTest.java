package dev.shuttle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shuttle.rig.Folder;
import dev.shuttle.rig.OpenSsh;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.RemoteServer;
import dev.shuttle.rig.Rig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SFTP against OpenSSH; without it on this machine (Debian: {@code apt-get install openssh-server}), or not as root, it is skipped. */
class OpenSshTest extends RemoteContract {
    @Override
    RemoteServer server(Path folder) throws IOException {
        assumeTrue(OpenSsh.isHere(), "no OpenSSH here, or not root");
        return new OpenSsh(folder);
    }

    @Override
    String way() {
        return "sftp";
    }

    @Test
    void anUploadArrivesAndItsResultReturnsThoughTheServerIsKilledTwiceInBetween(@TempDir Path desk) throws Exception {
        OpenSsh server = (OpenSsh) server();
        Path picture = Files.write(desk.resolve("牡丹.png"), Pictures.encoded(Pictures.picture(7, 96, 96), "png"));
        server.put(picture, "牡丹.png");
        Map<String, String> settings = new HashMap<>(server.settings());
        settings.putAll(server.delivery());
        settings.put("shuttle.preset", "pixel_art");

        try (Rig rig = Rig.startIn(desk.resolve("mill"), settings, server.environment())) {
            await().atMost(Duration.ofSeconds(60)).until(() -> !jobs(rig).isEmpty());
            server.stop();
            server.start();
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> Files.isDirectory(server.results()));
            server.stop();
            server.start();

            Path result = rig.folder().results().get(0);
            Path returned = server.results().resolve(result.getFileName());
            await().atMost(Duration.ofSeconds(60)).until(() -> Files.isDirectory(returned));
            assertThat(Folder.content(returned)).isEqualTo(Folder.content(result));
            assertThat(Folder.children(server.results())).containsExactly(returned);
            assertThat(jobs(rig)).containsExactly("牡丹.png");
            awaitDone("牡丹.png");
        }
    }
}
