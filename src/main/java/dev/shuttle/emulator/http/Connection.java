package dev.shuttle.emulator.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's connection: request after request until one of the two sides has had enough. */
final class Connection implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final int IDLE_MILLIS = 300_000;

    private final Socket socket;
    private final Listener.Handler handler;
    private final CountDownLatch closing;

    Connection(Socket socket, Listener.Handler handler, CountDownLatch closing) {
        this.socket = socket;
        this.handler = handler;
        this.closing = closing;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(IDLE_MILLIS);
            serve(new BufferedOutputStream(socket.getOutputStream(), 1 << 16));
        } catch (IOException gone) {
            LOG.debug("connection ended: {}", gone.toString());
        }
    }

    private void serve(OutputStream out) throws IOException {
        RequestReader requests = new RequestReader(new BufferedInputStream(socket.getInputStream(), 1 << 16), out);
        try {
            boolean more = true;
            while (more) {
                Request request = requests.next();
                more = request != null && exchange(request, out);
            }
        } catch (RequestReader.MalformedRequestException refused) {
            write(Answer.of(refused.status(), "text/plain", String.valueOf(refused.getMessage())), false, false, out);
        }
    }

    /** Whether the connection goes on afterwards. */
    private boolean exchange(Request request, OutputStream out) throws IOException {
        Answer answer = answerOf(request);
        if (held(answer)) {
            return false;
        }
        boolean keep = answer.ending() == Ending.WHOLE && !request.headers().has("Connection", "close");
        switch (answer.ending()) {
            case WHOLE, TRUNCATED -> write(answer, keep, request.method().equals("HEAD"), out);
            case RESET -> socket.setSoLinger(true, 0);
            case CLOSED -> {}
            default -> new FaultyAnswer(socket, out, closing).write(answer, head(answer));
        }
        return keep;
    }

    private Answer answerOf(Request request) {
        try {
            return handler.answer(request);
        } catch (RuntimeException broken) {
            if (closing.getCount() == 0) {
                LOG.debug("stopped in the middle of {} {}", request.method(), request.path());
                return Answer.of(503, "text/plain", "stopping").ending(Ending.CLOSED);
            }
            LOG.error("no answer to {} {}", request.method(), request.path(), broken);
            return Answer.of(500, "text/plain", "the emulator itself failed: " + broken);
        }
    }

    /** Waits out the answer's delay; true when the server closed meanwhile. */
    private boolean held(Answer answer) {
        try {
            return !answer.delay().isZero() && closing.await(answer.delay().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void write(Answer answer, boolean keep, boolean headOnly, OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder(head(answer));
        head.append("Content-Length: ").append(answer.body().length).append("\r\n");
        head.append(keep ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.UTF_8));
        int length = answer.ending() == Ending.TRUNCATED ? answer.body().length / 2 : answer.body().length;
        out.write(answer.body(), 0, headOnly ? 0 : length);
        out.flush();
    }

    /** Status line and headers, without those that depend on how the answer ends. */
    private static String head(Answer answer) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " " + reason(answer.status()) + "\r\n");
        for (Headers.Header header : answer.headers().all()) {
            head.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        return head.toString();
    }

    private static String reason(int status) {
        return Objects.requireNonNullElse(Reasons.of(status), "Status " + status);
    }

    /** Reason phrases of RFC 9110 §15, as far as they occur here. */
    private static final class Reasons {
        private static final Map<Integer, String> PHRASES = Map.ofEntries(
                Map.entry(200, "OK"),
                Map.entry(204, "No Content"),
                Map.entry(400, "Bad Request"),
                Map.entry(401, "Unauthorized"),
                Map.entry(403, "Forbidden"),
                Map.entry(404, "Not Found"),
                Map.entry(405, "Method Not Allowed"),
                Map.entry(408, "Request Timeout"),
                Map.entry(413, "Content Too Large"),
                Map.entry(429, "Too Many Requests"),
                Map.entry(500, "Internal Server Error"),
                Map.entry(502, "Bad Gateway"),
                Map.entry(503, "Service Unavailable"),
                Map.entry(504, "Gateway Timeout"));

        private Reasons() {}

        static @Nullable String of(int status) {
            return PHRASES.get(status);
        }
    }
}
