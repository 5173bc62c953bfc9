package dev.shuttle.camel;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.shuttle.emulator.http.Answer;
import dev.shuttle.emulator.http.Ending;
import dev.shuttle.emulator.http.Listener;
import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.provider.FailureWords;
import dev.shuttle.provider.Wire;
import dev.shuttle.provider.WireRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a connection fails over real sockets: an operator reads what the host did, and no name of a class. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@SuppressWarnings("NullAway.Init")
class WireWordsTest {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATE = Duration.ofSeconds(60);
    private static final String PASSWORD = "changeit";
    private static final byte[] JSON = "{\"output\":{}}".repeat(50).getBytes(UTF_8);

    @TempDir
    private Path folder;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private @Nullable CamelWire wire;

    @AfterEach
    void stop() {
        context.stop();
        if (wire != null) {
            wire.close();
        }
    }

    private CamelWire wire(@Nullable Path trusted) throws Exception {
        context.getRegistry().bind("noErrorHandler", new NoErrorHandlerDefinition());
        context.getPropertiesComponent().addInitialProperty("dashscope.base-url", "http://127.0.0.1:1");
        for (String name : List.of("http", "https")) {
            HttpComponent component = context.getComponent(name, HttpComponent.class);
            component.setAutomaticRetriesDisabled(true);
            component.setConnectionsPerRoute(2);
            if (trusted != null) {
                component.setSslContextParameters(trusting(trusted));
            }
        }
        CamelWire made = new CamelWire(context, Map::of, Wire.Watch.NONE, new Shutdown());
        made.bind();
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString(
                        "http.camel.yaml", Files.readString(Path.of("routes/34-http.camel.yaml"))));
        context.start();
        wire = made;
        return made;
    }

    private String words(URI address, Duration timeout, @Nullable Path trusted) throws Exception {
        WireRequest request = new WireRequest("POST", address, Map.of(), JSON, 1_000_000, timeout);
        CamelWire made = wire(trusted);
        String words = FailureWords.of(catchThrowable(() -> made.exchange(request)), address.getRawAuthority());
        assertThat(words)
                .doesNotContainPattern(
                        "[A-Z]\\w*(Exception|Error)\\b|\\b[a-z]+\\.[a-z]+\\.[a-z.]*[A-Z]|@[0-9a-f]{6,}|null");
        return words;
    }

    @ParameterizedTest
    @CsvSource({
        "CLOSED,closed the connection without an answer",
        "RESET,was reset",
        "RESET_MIDWAY,was reset",
        "TRUNCATED,broke off",
        "HANGING,no whole answer within 1 s",
        "HANGING_IN_BODY,no whole answer within 1 s",
        "DRIPPING,no whole answer within 1 s",
        "ENDLESS_HEADER,headers",
        "ENDLESS_HEADERS,headers",
        "ENDLESS,longer than 1000000 bytes"
    })
    void anAnswerThatGoesWrong(Ending ending, String expected) throws Exception {
        Answer answer = Answer.of(200, "application/json", JSON).ending(ending, 64L << 20);
        try (Listener server = Listener.start(0, request -> answer)) {
            URI there = URI.create("http://127.0.0.1:" + server.port() + "/a");

            assertThat(words(there, ending.name().matches("HANG.*|DRIP.*") ? SOON : LATE, null))
                    .contains(expected);
        }
    }

    @Test
    void aBodyThatOnlySaysThatItIsZipped() throws Exception {
        Answer answer = Answer.of(200, "application/json", JSON).with("Content-Encoding", "gzip");
        try (Listener server = Listener.start(0, request -> answer)) {
            assertThat(words(URI.create("http://127.0.0.1:" + server.port() + "/a"), LATE, null))
                    .contains("compressed", "127.0.0.1:" + server.port());
        }
    }

    @Test
    void aServerThatSpeaksAnotherProtocol() throws Exception {
        try (ServerSocket other = listening("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n".repeat(30))) {
            assertThat(words(URI.create("http://127.0.0.1:" + other.getLocalPort() + "/a"), LATE, null))
                    .contains("no HTTP");
        }
    }

    @Test
    void aNameThatNobodyKnows() throws Exception {
        assertThat(words(URI.create("http://no-such-mill.invalid/a"), LATE, null))
                .isEqualTo("no address is known for the name no-such-mill.invalid");
    }

    @Test
    void aPortThatNobodyListensAt() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(words(URI.create("http://127.0.0.1:" + port + "/a"), LATE, null))
                .contains("127.0.0.1:" + port + " refuses the connection");
    }

    @Test
    void aServerThatTakesNoMoreConnections() throws Exception {
        List<Socket> before = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 2; i++) {
                before.add(new Socket(full.getInetAddress(), full.getLocalPort()));
            }
            assertThat(words(URI.create("http://127.0.0.1:" + full.getLocalPort() + "/a"), SOON, null))
                    .contains("no whole answer within 1 s");
        } finally {
            for (Socket each : before) {
                each.close();
            }
        }
    }

    @Test
    void aServerWithoutTls() throws Exception {
        try (ServerSocket plain = listening("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            assertThat(words(URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/a"), LATE, null))
                    .contains("no safe connection", "without TLS");
        }
    }

    @Test
    void aServerThatClosesWhileTlsIsAgreedOn() throws Exception {
        try (ServerSocket closing = listening("")) {
            assertThat(words(URI.create("https://127.0.0.1:" + closing.getLocalPort() + "/a"), LATE, null))
                    .contains("127.0.0.1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ip:127.0.0.1,,false,does not know who signed",
        "ip:127.0.0.1,-10d,true,has expired",
        "ip:127.0.0.1,+10d,true,not valid yet",
        "ip:192.0.2.1,,true,for another name"
    })
    void aCertificateThatWillNotDo(String name, @Nullable String from, boolean trusted, String expected)
            throws Exception {
        Path ca = authority();
        try (SSLServerSocket server = serving(certificate(ca, name, from))) {
            URI there = URI.create("https://127.0.0.1:" + server.getLocalPort() + "/a");

            assertThat(words(there, LATE, trusted ? ca : null)).contains("no safe connection to 127.0.0.1", expected);
        }
    }

    private static ServerSocket listening(String said) throws IOException {
        ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        serve(server, said);
        return server;
    }

    private static void serve(ServerSocket server, String said) {
        Thread thread = new Thread(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept();
                        OutputStream out = socket.getOutputStream()) {
                    out.write(said.getBytes(US_ASCII));
                    out.flush();
                    socket.shutdownOutput();
                    socket.getInputStream().readNBytes(64);
                } catch (IOException gone) {
                    // The client has seen enough, or the test is over.
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private SSLServerSocket serving(Path keys) throws Exception {
        SSLContextParameters parameters = new SSLContextParameters();
        KeyManagersParameters managers = new KeyManagersParameters();
        managers.setKeyStore(store(keys));
        managers.setKeyPassword(PASSWORD);
        parameters.setKeyManagers(managers);
        SSLContext tls = parameters.createSSLContext(null);
        SSLServerSocket server = (SSLServerSocket)
                tls.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        serve(server, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        return server;
    }

    private SSLContextParameters trusting(Path authority) {
        TrustManagersParameters managers = new TrustManagersParameters();
        managers.setKeyStore(store(authority));
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(managers);
        return parameters;
    }

    private KeyStoreParameters store(Path file) {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setCamelContext(context);
        store.setResource("file:" + file);
        store.setPassword(PASSWORD);
        return store;
    }

    private Path authority() throws Exception {
        Path store = folder.resolve("ca.p12");
        keytool(store, "-genkeypair", "-alias", "ca", "-keyalg", "EC", "-dname", "CN=a mill's CA", "-ext", "bc:c");
        return store;
    }

    /** One for a server, signed by the authority, valid for a day. */
    private Path certificate(Path authority, String name, @Nullable String from) throws Exception {
        Path store = folder.resolve("server.p12");
        Path request = folder.resolve("server.csr");
        Path signed = folder.resolve("server.pem");
        keytool(store, "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=server");
        keytool(store, "-certreq", "-alias", "server", "-file", request.toString());
        List<String> sign = new ArrayList<>(List.of("-gencert", "-alias", "ca", "-infile", request.toString()));
        sign.addAll(List.of("-outfile", signed.toString(), "-ext", "san=" + name, "-validity", "1"));
        if (from != null) {
            sign.addAll(List.of("-startdate", from));
        }
        keytool(authority, sign.toArray(String[]::new));
        Path ca = folder.resolve("ca.pem");
        keytool(authority, "-exportcert", "-alias", "ca", "-file", ca.toString());
        keytool(store, "-importcert", "-noprompt", "-alias", "ca", "-file", ca.toString());
        keytool(store, "-importcert", "-noprompt", "-alias", "server", "-file", signed.toString());
        return store;
    }

    private static void keytool(Path store, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.add("-J-XX:TieredStopAtLevel=1");
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD, "-storetype", "PKCS12"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0)
                .as(said)
                .isTrue();
    }
}
