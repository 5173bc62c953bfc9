package dev.shuttle.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** A server on the loopback address, whose folder users upload into. */
public interface RemoteServer extends AutoCloseable {
    /** What the server's only user says. */
    String PASSWORD = "silk-and-secret";

    /** Its folder, as the server's machine sees it. */
    Path folder();

    /** The settings that make the program look there, without the password. */
    Map<String, String> settings();

    /** The environment with the password. */
    Map<String, String> environment();

    /** Starts it, on the same port each time. */
    void start() throws IOException;

    /** Kills it, with all connections. */
    void stop();

    @Override
    default void close() {
        stop();
    }

    /** Puts a file there as a careful client does. */
    default void upload(String name, byte[] bytes) throws IOException {
        Path file = folder().resolve(name);
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A port that is free now. */
    static int freePort() throws IOException {
        try (java.net.ServerSocket socket =
                new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
