package dev.shuttle;

import dev.shuttle.rig.MinaFtp;
import dev.shuttle.rig.RemoteServer;
import java.io.IOException;
import java.nio.file.Path;

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
}
