package dev.shuttle.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Debian's ProFTPD with a user of its own. */
public final class ProFtpd implements RemoteServer {
    private static final Path PROFTPD = Path.of("/usr/sbin/proftpd");

    /** {@link #PASSWORD} as crypt(3) writes it, by {@code openssl passwd -1 -salt mill}. */
    private static final String HASH = "$1$mill$sFSsRjBIh5N0VLq1IMmST.";

    private final Path root;
    private final int port;
    private @Nullable OwnProcess process;

    /** Prepares one whose folder, users and settings lie here. */
    public ProFtpd(Path root) throws IOException {
        this.root = root;
        port = RemoteServer.freePort();
        Files.createDirectories(folder());
        Path users = Files.writeString(
                root.resolve("users"), "mill:" + HASH + ":0:0::" + folder().getParent() + ":/bin/false\n");
        Files.setPosixFilePermissions(users, PosixFilePermissions.fromString("rw-------"));
        Path groups = Files.writeString(root.resolve("groups"), "mill:x:0:mill\n");
        Files.setPosixFilePermissions(groups, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(
                root.resolve("proftpd.conf"),
                String.join(
                        "\n",
                        "ServerType standalone",
                        "DefaultAddress 127.0.0.1",
                        "Port " + port,
                        "UseIPv6 off",
                        "User root",
                        "Group root",
                        "AuthOrder mod_auth_file.c",
                        "AuthUserFile " + users,
                        "AuthGroupFile " + groups,
                        "RequireValidShell off",
                        "RootLogin on",
                        "AllowOverwrite on",
                        "UseReverseDNS off",
                        "WtmpLog off",
                        // Names as the disk has them, whatever they are written in, as old servers do.
                        "<IfModule mod_lang.c>",
                        "UseEncoding off",
                        "</IfModule>",
                        "PidFile " + root.resolve("pid"),
                        "ScoreboardFile " + root.resolve("scoreboard"),
                        "TransferLog none",
                        "SystemLog " + root.resolve("system.log"),
                        ""));
    }

    /** Whether it can be run here. */
    public static boolean isHere() {
        return Files.isExecutable(PROFTPD) && "root".equals(System.getProperty("user.name"));
    }

    @Override
    public Path folder() {
        return root.resolve("server/pictures");
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("shuttle.ftp.uri", "ftp:mill@127.0.0.1:" + port + "/pictures", "shuttle.ftp.poll", "100ms");
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("SHUTTLE_FTP_PASSWORD", PASSWORD);
    }

    @Override
    public void start() throws IOException {
        process = OwnProcess.start(
                List.of(
                        PROFTPD.toString(),
                        "-n",
                        "-q",
                        "-c",
                        root.resolve("proftpd.conf").toString()),
                port,
                root.resolve("proftpd.log"));
    }

    @Override
    public void stop() {
        if (process != null) {
            process.kill();
            process = null;
        }
    }
}
