package dev.shuttle;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shuttle.rig.OpenSsh;
import dev.shuttle.rig.RemoteServer;
import java.io.IOException;
import java.nio.file.Path;

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
}
