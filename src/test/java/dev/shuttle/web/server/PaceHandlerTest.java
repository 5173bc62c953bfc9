package dev.shuttle.web.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that keep the server waiting, over real sockets, with short measures. */
@SuppressWarnings("NullAway.Init")
class PaceHandlerTest {
    private static final int MOST_CONTENT = 1000;
    private static final int CONNECTIONS = 4;
    private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final ClientLimits limits = new ClientLimits(
            1_000_000,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofMinutes(1),
            CONNECTIONS,
            CONNECTIONS);
    private final List<Socket> sockets = new ArrayList<>();
    private final Connections connections = new Connections(limits);
    private Server server;
    private ServerConnector connector;

    /** Answers a GET at once, a POST with how much came. */
    private static final class Counting extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            if (request.getMethod().equals("GET")) {
                response.write(true, ByteBuffer.wrap("here".getBytes(UTF_8)), callback);
            } else {
                Content.Source.asByteBuffer(request, new Promise<>() {
                    @Override
                    public void succeeded(ByteBuffer all) {
                        response.write(true, ByteBuffer.wrap(("got " + all.remaining()).getBytes(UTF_8)), callback);
                    }

                    @Override
                    public void failed(Throwable failure) {
                        Response.writeError(request, response, callback, failure);
                    }
                });
            }
            return true;
        }
    }

    @BeforeEach
    void serve() throws Exception {
        server = new Server();
        connector = new ServerConnector(server, 1, 1);
        connector.addBean(connections);
        server.addConnector(connector);
        server.setHandler(new PaceHandler(connections, limits, MOST_CONTENT, new Counting()));
        server.setErrorHandler(new Problems());
        server.start();
        connections.begin(connector.getScheduler());
    }

    @AfterEach
    void stop() throws Exception {
        for (Socket socket : sockets) {
            socket.close();
        }
        server.stop();
    }

    @Test
    void aBodyWithinTheLimitArrives() throws IOException {
        assertThat(answer(sent(post(MOST_CONTENT) + "x".repeat(MOST_CONTENT)))).contains(" 200 ", "got 1000");
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedHoweverItComes() throws IOException {
        String chunked = "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n" + "100\r\n"
                + "x".repeat(256) + "\r\n";

        assertThat(answer(sent(post(2000) + "x".repeat(2000)))).contains(" 413 ", "CONTENT_TOO_LARGE");
        assertThat(answer(sent(chunked + ("100\r\n" + "x".repeat(256) + "\r\n").repeat(9) + "0\r\n\r\n")))
                .contains(" 413 ");
    }

    @Test
    void whoStopsSendingIsToldAndEnded() throws IOException {
        assertThat(answer(sent(post(500) + "x"))).contains(" 408 ", "TOO_SLOW");
    }

    @Test
    void aHeadThatDoesNotEndIsEndedWithoutAWord() throws IOException {
        assertThat(answer(sent("GET / HTTP/1.1\r\nX: y"))).isEmpty();
    }

    @Test
    void whereAllConnectionsAreTakenANewcomerIsServedAndTheOneAtRestLongestIsEnded() throws IOException {
        Socket first = sent("");
        for (int i = 1; i < CONNECTIONS; i++) {
            sent("");
        }

        assertThat(begin(sent(GET))).startsWith("HTTP/1.1 200 ");
        assertThat(first.getInputStream().read()).isEqualTo(-1);
    }

    private static String post(int length) {
        return "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\nConnection: close\r\n\r\n";
    }

    private Socket sent(String bytes) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
        sockets.add(socket);
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write(bytes.getBytes(UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    private static String begin(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(16), UTF_8);
    }

    private static String answer(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (java.net.SocketException reset) {
            return "";
        }
    }
}
