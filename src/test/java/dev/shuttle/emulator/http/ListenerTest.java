package dev.shuttle.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The server on the wire, byte for byte. */
class ListenerTest {
    private Listener listener;
    private volatile Ending ending = Ending.WHOLE;
    private volatile Duration delay = Duration.ZERO;

    @BeforeEach
    void anEchoListens() {
        listener = Listener.start(
                0,
                request -> Answer.of(
                                200,
                                "text/plain",
                                request.method() + " " + request.path() + " ?" + request.query() + " "
                                        + new String(request.body(), StandardCharsets.UTF_8))
                        .ending(ending)
                        .delayed(delay));
    }

    @AfterEach
    void stop() {
        listener.close();
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private String exchange(String request) throws IOException {
        try (Socket socket = connected()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aBodyComesByLength() throws Exception {
        String answer = exchange("POST /a?b=c HTTP/1.1\r\nContent-Length: 6\r\nConnection: close\r\n\r\n锦!!!");

        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\nPOST /a ?b=c 锦!!!");
    }

    @Test
    void aBodyComesInChunks() throws Exception {
        String answer = exchange(String.join(
                "\r\n",
                "POST /a HTTP/1.1",
                "Transfer-Encoding: chunked",
                "Connection: close",
                "",
                "4;x=y",
                "warp",
                "5",
                " weft",
                "0",
                "Trailer: z",
                "",
                ""));

        assertThat(answer).endsWith("POST /a ? warp weft");
    }

    @Test
    void aConnectionServesRequestAfterRequest() throws Exception {
        String answer = exchange("GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\nconnection: Close\r\n\r\n");

        assertThat(answer).contains("Connection: keep-alive").contains("GET /1").endsWith("GET /2 ? ");
    }

    @Test
    void aClientThatAsksFirstIsToldToContinue() throws Exception {
        String answer = exchange(
                "POST /a HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok");

        assertThat(answer)
                .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK")
                .endsWith("ok");
    }

    @Test
    void headGetsNoBody() throws Exception {
        assertThat(exchange("HEAD /a HTTP/1.1\r\nConnection: close\r\n\r\n")).endsWith("\r\n\r\n");
    }

    @Test
    void rubbishIsABadRequest() throws Exception {
        assertThat(exchange("hello\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(exchange("GET / HTTP/1.1\r\nno colon\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(exchange("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(exchange("POST / HTTP/1.1\r\nContent-Length: 999999999999\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void aTruncatedAnswerPromisesMoreThanItSends() throws Exception {
        ending = Ending.TRUNCATED;

        String answer = exchange("GET /0123456789 HTTP/1.1\r\n\r\n");

        assertThat(answer).contains("Content-Length: 18\r\n").endsWith("\r\n\r\nGET /0123");
    }

    @Test
    void aClosedConnectionEndsWithoutAnAnswer() throws Exception {
        ending = Ending.CLOSED;

        assertThat(exchange("GET / HTTP/1.1\r\n\r\n")).isEmpty();
    }

    @Test
    void aResetConnectionIsAnError() {
        ending = Ending.RESET;

        assertThatThrownBy(() -> exchange("GET / HTTP/1.1\r\n\r\n"))
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
    }

    /** Closing races with accepting: whichever comes first, no connection is left hanging. */
    @RepeatedTest(100)
    void closingEndsAConnectionThatIsHeldBack() throws Exception {
        delay = Duration.ofHours(1);
        try (Socket socket = connected()) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            listener.close();

            assertThat(ended(socket.getInputStream())).isTrue();
        }
    }

    private static boolean ended(InputStream in) {
        try {
            return in.read() < 0;
        } catch (SocketException reset) {
            return true;
        } catch (IOException other) {
            return false;
        }
    }

    @Test
    void aTakenPortIsRefused() throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            assertThatThrownBy(() -> Listener.start(other.getLocalPort(), request -> Answer.of(200, "x", "")))
                    .isInstanceOf(UncheckedIOException.class);
        }
    }
}
