package dev.shuttle.pipeline.job;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of the tests' own, in a temporary folder, on this machine only: one for all tests of a process, each with
 * databases of its own.
 */
public final class PostgresCluster implements AutoCloseable {
    private static final String USER = "shuttle";

    private static @Nullable PostgresCluster running;

    private final Path binaries;
    private final Path folder;
    private final int port;
    private int databases;

    private PostgresCluster(Path binaries, Path folder, int port) {
        this.binaries = binaries;
        this.folder = folder;
        this.port = port;
    }

    /** Where {@code initdb} and {@code pg_ctl} lie: Debian's folders, newest first, then the PATH. */
    public static Optional<Path> binaries() throws IOException {
        List<Path> places = new ArrayList<>();
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.sorted(Comparator.reverseOrder())
                        .map(version -> version.resolve("bin"))
                        .forEach(places::add);
            }
        }
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(Path::of)
                .forEach(places::add);
        return places.stream()
                .filter(place -> Files.isExecutable(place.resolve("initdb")))
                .filter(place -> Files.isExecutable(place.resolve("pg_ctl")))
                .findFirst();
    }

    /** The one that runs, started where it is the first; it ends with the process. */
    public static synchronized PostgresCluster start(Path binaries) throws IOException {
        PostgresCluster known = running;
        if (known == null) {
            known = started(binaries);
            running = known;
            Runtime.getRuntime().addShutdownHook(new Thread(known::stop, "postgres-end"));
        }
        return known;
    }

    private static PostgresCluster started(Path binaries) throws IOException {
        Path folder = Files.createTempDirectory("shuttle-postgres");
        if (isRoot()) {
            run("chown", "postgres", folder.toString());
        }
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        PostgresCluster cluster = new PostgresCluster(binaries, folder, port);
        cluster.server("initdb", "-N", "-D", cluster.data(), "-U", USER, "-A", "trust", "-E", "UTF8", "--no-locale");
        cluster.startAgain();
        return cluster;
    }

    /** As after a cut of the power: nothing is written that was not yet. */
    public void kill() throws IOException {
        server("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
    }

    /** On what it has kept. */
    public void startAgain() throws IOException {
        String options = "-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1 -c fsync=on";
        server("pg_ctl", "-D", data(), "-w", "-l", folder + "/log", "-o", options, "start");
    }

    /** The address of a new, empty database. */
    public synchronized String newDatabase() throws IOException {
        String name = "test" + ++databases;
        String command = "CREATE DATABASE " + name;
        String url = url("postgres");
        try (var connection = java.sql.DriverManager.getConnection(url, USER, null);
                var statement = connection.createStatement()) {
            statement.execute(command);
        } catch (java.sql.SQLException e) {
            throw new IOException(url, e);
        }
        return url(name);
    }

    /** Who may do everything there, without a password. */
    public String user() {
        return USER;
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private String data() {
        return folder + "/data";
    }

    /** Others may use it still: it ends with the process. */
    @Override
    public void close() {}

    private void stop() {
        try {
            kill();
            dev.shuttle.pipeline.disk.Disk.deleteTree(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server refuses to run as root. */
    private void server(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(binaries.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command.toArray(String[]::new));
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void run(String... command) throws IOException {
        Path said = Files.createTempFile("shuttle-postgres", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(new File("/"))
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(String.join(" ", command) + ": " + Files.readString(said));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.delete(said);
        }
    }
}
