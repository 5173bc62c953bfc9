package dev.shuttle.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jspecify.annotations.Nullable;

/** Apache MINA's SFTP server in this process. */
public final class MinaSftp implements RemoteServer {
    private final Path folder;
    private final Path knownHosts;
    private final int port;
    private final KeyPair hostKey;
    private final Hold hold = new Hold();
    private @Nullable SshServer server;

    /** Prepares one whose folder and known hosts lie here. */
    public MinaSftp(Path root) throws IOException {
        folder = Files.createDirectories(root.resolve("server/pictures"));
        port = RemoteServer.freePort();
        hostKey = key();
        knownHosts = root.resolve("known_hosts");
        trust(hostKey);
    }

    /** What the program takes for this server's key. */
    public void trust(KeyPair key) throws IOException {
        Files.writeString(knownHosts, "[127.0.0.1]:" + port + " " + PublicKeyEntry.toString(key.getPublic()) + "\n");
    }

    /** The program has never heard of this server. */
    public void forget() throws IOException {
        Files.writeString(knownHosts, "");
    }

    /** Any key. */
    public static KeyPair key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Stops in the middle of a file's transfer until {@link #letGo}.
     *
     * @return counted down when it is there
     */
    public CountDownLatch holdAt(String name, long offset) {
        return hold.at(name, offset);
    }

    /** Nothing is held any more. */
    public void letGo() {
        hold.letGo();
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "shuttle.sftp.uri",
                "sftp:mill@127.0.0.1:" + port + "/pictures",
                "shuttle.sftp.known-hosts",
                knownHosts.toString(),
                "shuttle.sftp.poll",
                "100ms");
    }

    /** The settings that make the program send its results there. */
    public Map<String, String> delivery() {
        return Map.of(
                "shuttle.sftp.out.uri",
                "sftp:mill@127.0.0.1:" + port + "/results",
                "shuttle.sftp.out.known-hosts",
                knownHosts.toString(),
                "shuttle.sftp.out.poll",
                "100ms");
    }

    /** Where they arrive. */
    public Path results() {
        return folder.resolveSibling("results");
    }

    /** From now on there is no room for a byte more, or again. */
    public void fill(boolean full) {
        hold.fill(full);
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("SHUTTLE_SFTP_PASSWORD", PASSWORD, "SHUTTLE_SFTP_OUT_PASSWORD", PASSWORD);
    }

    @Override
    public void start() throws IOException {
        SshServer started = SshServer.setUpDefaultServer();
        started.setHost("127.0.0.1");
        started.setPort(port);
        started.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        started.setPasswordAuthenticator((user, password, session) -> password.equals(PASSWORD));
        started.setFileSystemFactory(new VirtualFileSystemFactory(folder.getParent()));
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(hold);
        started.setSubsystemFactories(List.of(sftp));
        started.start();
        server = started;
    }

    @Override
    public void stop() {
        hold.letGo();
        try {
            if (server != null) {
                server.stop(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
