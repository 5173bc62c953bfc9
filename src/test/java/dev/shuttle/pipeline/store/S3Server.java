package dev.shuttle.pipeline.store;

import dev.shuttle.settings.Secret;
import dev.shuttle.settings.StoreSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** An S3-compatible server in a process of its own, on a free port of this machine: what docs/cluster/s3/pom.xml brings. */
public final class S3Server implements AutoCloseable {
    private static final Path JARS = Path.of("target", "s3").toAbsolutePath();
    private static final String BUCKET = "shuttle";
    private static final String OPTION = "--com.adobe.testing.s3mock.";

    private final Path folder;
    private final int port;
    private Process process;

    private S3Server(Path folder, int port) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.port = port;
        this.process = begin();
    }

    /** Whether its jars lie there. */
    public static boolean isHere() throws IOException {
        if (!Files.isDirectory(JARS)) {
            return false;
        }
        try (Stream<Path> jars = Files.list(JARS)) {
            return jars.anyMatch(jar -> jar.getFileName().toString().startsWith("s3mock"));
        }
    }

    /** One with an empty bucket. */
    public static S3Server start(Path folder) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        return new S3Server(folder, port);
    }

    private Process begin() throws IOException {
        Process started = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        JARS + "/*",
                        "com.adobe.testing.s3mock.S3MockApplication",
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        OPTION + "http-port=" + port,
                        OPTION + "store.root=" + Files.createDirectories(folder.resolve("data")),
                        OPTION + "store.retain-files-on-exit=true",
                        OPTION + "store.initial-buckets=" + BUCKET))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();
        HttpRequest list = HttpRequest.newBuilder(URI.create(endpoint() + "/" + BUCKET))
                .timeout(Duration.ofSeconds(10))
                .build();
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> client.send(list, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200);
        return started;
    }

    /** Ends it with a kill. */
    public void kill() {
        process.destroyForcibly();
        Awaitility.await().until(() -> !process.isAlive());
    }

    /** Starts it again, on what it has kept. */
    public void startAgain() throws IOException {
        process = begin();
    }

    /** Where it is, for the settings. */
    public StoreSettings settings() {
        return new StoreSettings(
                null,
                new StoreSettings.S3(
                        BUCKET, "nodes/", URI.create(endpoint()), "us-east-1", "shuttle", new Secret("secret")));
    }

    /** Its address. */
    public String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        kill();
    }
}
