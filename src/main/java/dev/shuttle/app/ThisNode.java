package dev.shuttle.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.job.Node;
import dev.shuttle.settings.Installation;
import dev.shuttle.settings.Secret;
import dev.shuttle.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Who this program is among those that share a journal. */
public final class ThisNode {
    private static final int HOST_LENGTH = 48;
    private static final String ID = "node.id";

    private ThisNode() {}

    /**
     * By the settings, or by the host and the work folder: the same with each start.
     *
     * @throws IOException where the work folder cannot be written to
     */
    static Node of(Settings settings, RandomGenerator random) throws IOException {
        String home = home(settings.folders().work().resolve(ID), random);
        return new Node(
                name(settings, home),
                home,
                Installation.version(),
                settings.cluster().roles().toString(),
                settings.journal().lease(),
                account(settings.cloud()),
                settings.cluster().store().isOn());
    }

    /**
     * What a program with these settings is called among its nodes; empty where none has worked in its folder yet.
     *
     * @throws IOException where the work folder cannot be read
     */
    public static Optional<String> name(Settings settings) throws IOException {
        Path file = settings.folders().work().resolve(ID);
        if (settings.journal().node() == null && !Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(name(settings, settings.journal().node() == null ? known(file) : ""));
    }

    private static String name(Settings settings, String home) {
        String named = settings.journal().node();
        return named == null ? host() + "-" + home.substring(0, 4) : named;
    }

    /** What identifies the work folder: drawn once, and there from then on. */
    private static String home(Path file, RandomGenerator random) throws IOException {
        if (!Files.exists(file)) {
            byte[] drawn = new byte[8];
            random.nextBytes(drawn);
            Disk.writeAtomically(file, HexFormat.of().formatHex(drawn).getBytes(UTF_8));
        }
        return known(file);
    }

    private static String known(Path file) throws IOException {
        String home = new String(Disk.read(file), UTF_8).strip();
        if (!home.matches("[0-9a-f]{16}")) {
            throw new IOException(file + " is damaged; remove it while no program works in this folder");
        }
        return home;
    }

    private static String host() {
        String name;
        try {
            name = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            name = "node";
        }
        String plain = name.replaceAll("[^\\p{Alnum}._-]", "_");
        return plain.substring(0, Math.min(HOST_LENGTH, plain.length()));
    }

    /** A key's hash tells nothing of the key: 64 of its bits. */
    private static String account(Settings.Cloud cloud) {
        if (cloud.account() != null) {
            return cloud.account();
        }
        Secret key = cloud.key();
        return key == null ? "none" : Disk.sha256(key.get().getBytes(UTF_8)).substring(0, 16);
    }
}
