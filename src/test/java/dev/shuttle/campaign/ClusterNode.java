package dev.shuttle.campaign;

import dev.shuttle.rig.Folder;
import dev.shuttle.rig.ShuttleProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of the nodes: its inbox and work folder, and the process that is killed, stopped and started over them. */
final class ClusterNode implements AutoCloseable {
    private final Folder folder;
    private final List<String> java;
    private final Map<String, String> settings;
    private final Map<String, String> environment;
    private @Nullable ShuttleProcess process;

    /** @param outbox of all nodes: what one has published there, another does not publish again */
    ClusterNode(Path root, Path outbox, List<String> java, Map<String, String> shared, Map<String, String> environment)
            throws IOException {
        this.folder = new Folder(Files.createDirectories(root));
        this.java = java;
        this.settings = new LinkedHashMap<>(folder.settings());
        this.settings.putAll(shared);
        this.settings.put("shuttle.outbox", outbox.toString());
        this.settings.put("shuttle.node", root.getFileName().toString());
        this.environment = environment;
        Files.createDirectories(folder.inbox());
    }

    Folder folder() {
        return folder;
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    long pid() {
        return process == null ? 0 : process.pid();
    }

    void start() throws IOException {
        write();
        process = ShuttleProcess.start(java, settings, environment, "run");
    }

    /** Waits until it takes pictures. */
    void awaitStart() throws InterruptedException {
        if (process != null) {
            process.awaitLine(line -> line.contains("watching"), 1, Duration.ofMinutes(5));
        }
    }

    void kill() throws IOException {
        if (process != null) {
            process.kill();
        }
        write();
    }

    /** SIGSTOP: it is there, and does nothing. */
    void stop() throws IOException, InterruptedException {
        signal("STOP");
    }

    void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(pid()))
                .redirectErrorStream(true)
                .start()
                .waitFor();
    }

    /** Of this life and those before. */
    private void write() throws IOException {
        if (process != null) {
            Files.writeString(
                    folder.root().resolve("shuttle.log"),
                    process.output() + "\n======== the end of process " + process.pid() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            process = null;
        }
    }

    @Override
    public void close() throws IOException {
        kill();
    }
}
