package dev.shuttle.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.GbkName;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.ProFtpd;
import dev.shuttle.rig.RemoteServer;
import dev.shuttle.rig.Rig;
import dev.shuttle.rig.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** FTP against ProFTPD; without it on this machine (Debian: {@code apt-get install proftpd-core}), or not as root, it is skipped. */
class ProFtpdTest extends RemoteContract {
    @Override
    RemoteServer server(Path folder) throws IOException {
        assumeTrue(ProFtpd.isHere(), "no ProFTPD here, or not root");
        return new ProFtpd(folder);
    }

    @Override
    String way() {
        return "ftp";
    }

    @Test
    void namesOfAnOldServerAreReadAndWrittenInTheCharactersThatAreSet() throws Exception {
        byte[] picture = Pictures.png(5);
        Files.write(GbkName.in(server().folder(), "织锦 牡丹.png"), picture);
        Files.write(GbkName.in(server().folder(), "织锦 牡丹.png.yaml"), "colours: 3".getBytes(UTF_8));

        try (Rig rig = waiting("shuttle.ftp.charset", "GBK")) {
            Path done = server().folder().resolve(".done");
            await().atMost(Duration.ofSeconds(60))
                    .until(() ->
                            Files.isDirectory(done) && Folder.children(done).count() == 2);

            assertThat(jobs(rig)).containsExactly("织锦 牡丹.png");
            assertThat(Folder.children(done).map(file -> file.toUri().getRawPath()))
                    .as("the name is the server's still, byte by byte")
                    .anyMatch(path -> path.endsWith("-" + rawName("织锦 牡丹.png")));
            assertThat(rig.program().journal().newest(1).get(0).source().sha256())
                    .isEqualTo(Disk.sha256(picture));
        }
        assertThat(Folder.children(server().folder()).filter(Files::isRegularFile))
                .isEmpty();
    }

    @Test
    void namesInOtherCharactersThanAreSetStayAndAreNamedOnce() throws Exception {
        Files.write(GbkName.in(server().folder(), "牡丹.png"), Pictures.png(5));
        server().upload("菊花.png", Pictures.png(6));

        try (Told log = new Told();
                Rig rig = waiting()) {
            awaitDone("菊花.png");
            server().upload("lotus.png", Pictures.png(7));
            awaitDone("菊花.png", "lotus.png");

            assertThat(jobs(rig)).containsExactlyInAnyOrder("菊花.png", "lotus.png");
            assertThat(log.lines().stream().filter(line -> line.contains("they stay there")))
                    .singleElement()
                    .asString()
                    .contains("shuttle.ftp.charset", "GBK");
        }
        assertThat(GbkName.in(server().folder(), "牡丹.png")).exists();
    }

    private String rawName(String name) {
        String path = GbkName.in(server().folder(), name).toUri().getRawPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
