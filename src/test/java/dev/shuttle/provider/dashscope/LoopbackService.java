package dev.shuttle.provider.dashscope;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server on this machine that answers what it was told, in order, and keeps what it was asked. */
final class LoopbackService implements AutoCloseable {
    /** One request, as it arrived. */
    record Asked(String method, String pathAndQuery, Headers headers, String body) {
        String header(String name) {
            return headers.getFirst(name);
        }
    }

    /** How one request is answered. */
    @FunctionalInterface
    interface Reaction {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final Queue<Reaction> reactions = new ConcurrentLinkedQueue<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    private LoopbackService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    static LoopbackService start() {
        try {
            return new LoopbackService();
        } catch (IOException noPort) {
            throw new AssertionError(noPort);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String uri = exchange.getRequestURI().toString();
        asked.add(new Asked(exchange.getRequestMethod(), uri, exchange.getRequestHeaders(), body));
        Reaction reaction = reactions.poll();
        if (reaction == null) {
            reaction = answering(599, Map.of(), "unexpected".getBytes(StandardCharsets.UTF_8));
        }
        try (exchange) {
            reaction.answer(exchange);
        }
    }

    LoopbackService then(int status, String json) {
        return then(status, Map.of("Content-Type", "application/json"), json.getBytes(StandardCharsets.UTF_8));
    }

    LoopbackService then(int status, Map<String, String> headers, byte[] body) {
        return then(answering(status, headers, body));
    }

    LoopbackService then(Reaction reaction) {
        reactions.add(reaction);
        return this;
    }

    /** Takes the request and hangs up without a word. */
    LoopbackService thenHangsUp() {
        return then(HttpExchange::close);
    }

    /** Begins to answer and hangs up in the middle. (The JDK's client repeats a GET that was not answered at all.) */
    LoopbackService thenBreaksOff(String begun) {
        return then(exchange -> {
            byte[] bytes = begun.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length + 50L);
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
            throw new IOException("broken off on purpose");
        });
    }

    private static Reaction answering(int status, Map<String, String> headers, byte[] body) {
        return exchange -> {
            headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        };
    }

    List<Asked> asked() {
        return asked;
    }

    Asked onlyAsked() {
        if (asked.size() != 1) {
            throw new AssertionError("Asked " + asked.size() + " times");
        }
        return asked.get(0);
    }

    String root() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    URI base() {
        return URI.create(root() + "/api/v1");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
