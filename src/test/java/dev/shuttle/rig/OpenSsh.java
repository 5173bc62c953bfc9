package dev.shuttle.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** OpenSSH's own server, with keys on both sides. */
public final class OpenSsh implements RemoteServer {
    private static final Path SSHD = Path.of("/usr/sbin/sshd");

    private final Path root;
    private final int port;
    private @Nullable OwnProcess process;

    /** Prepares one whose folder, keys and settings lie here. */
    public OpenSsh(Path root) throws IOException {
        this.root = root;
        port = RemoteServer.freePort();
        Files.createDirectories(folder());
        Files.createDirectories(Path.of("/run/sshd"));
        for (String key : List.of("host", "user")) {
            run(
                    "ssh-keygen",
                    "-q",
                    "-t",
                    "ed25519",
                    "-N",
                    "",
                    "-f",
                    root.resolve(key).toString());
        }
        Files.copy(root.resolve("user.pub"), root.resolve("authorized"));
        Files.setPosixFilePermissions(root.resolve("authorized"), PosixFilePermissions.fromString("rw-------"));
        Files.writeString(
                root.resolve("known_hosts"), "[127.0.0.1]:" + port + " " + Files.readString(root.resolve("host.pub")));
        Files.writeString(
                root.resolve("sshd_config"),
                String.join(
                        "\n",
                        "Port " + port,
                        "ListenAddress 127.0.0.1",
                        "HostKey " + root.resolve("host"),
                        "PidFile none",
                        "StrictModes no",
                        "PermitRootLogin yes",
                        "PasswordAuthentication no",
                        "AuthorizedKeysFile " + root.resolve("authorized"),
                        "Subsystem sftp internal-sftp",
                        "ForceCommand internal-sftp -d " + folder().getParent(),
                        ""));
    }

    /** Whether it can be run here: it wants to be root, to change into the user. */
    public static boolean isHere() {
        return Files.isExecutable(SSHD) && "root".equals(System.getProperty("user.name"));
    }

    @Override
    public Path folder() {
        return root.resolve("server/pictures");
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "shuttle.sftp.uri",
                "sftp:root@127.0.0.1:" + port + "/pictures",
                "shuttle.sftp.key",
                root.resolve("user").toString(),
                "shuttle.sftp.known-hosts",
                root.resolve("known_hosts").toString(),
                "shuttle.sftp.poll",
                "100ms");
    }

    /** The settings that make the program send its results there; keys are the same. */
    public Map<String, String> delivery() {
        return Map.of(
                "shuttle.sftp.out.uri", "sftp:root@127.0.0.1:" + port + "/results", "shuttle.sftp.out.poll", "100ms");
    }

    /** Where they arrive. */
    public Path results() {
        return root.resolve("server/results");
    }

    /** Uploads as a person does, with OpenSSH's own client: under another name first. */
    public void put(Path file, String name) throws IOException {
        Path batch = Files.writeString(
                root.resolve("batch"),
                "put \"" + file + "\" \"pictures/" + name + ".part\"\nrename \"pictures/" + name + ".part\" \"pictures/"
                        + name + "\"\n");
        run(
                "sftp",
                "-q",
                "-b",
                batch.toString(),
                "-P",
                String.valueOf(port),
                "-o",
                "UserKnownHostsFile=" + root.resolve("known_hosts"),
                "-i",
                root.resolve("user").toString(),
                "root@127.0.0.1");
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public void start() throws IOException {
        process = OwnProcess.start(
                List.of(
                        SSHD.toString(),
                        "-D",
                        "-e",
                        "-f",
                        root.resolve("sshd_config").toString()),
                port,
                root.resolve("sshd.log"));
    }

    @Override
    public void stop() {
        if (process != null) {
            process.kill();
            process = null;
        }
    }

    static void run(String... command) {
        try {
            if (new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    != 0) {
                throw new IllegalStateException(String.join(" ", command));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
