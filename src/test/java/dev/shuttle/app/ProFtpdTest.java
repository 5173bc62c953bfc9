package dev.shuttle.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shuttle.rig.ProFtpd;
import dev.shuttle.rig.RemoteServer;
import java.io.IOException;
import java.nio.file.Path;

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
}
