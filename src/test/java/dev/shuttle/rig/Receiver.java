package dev.shuttle.rig;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A webhook: takes what is posted, and answers as it is told. */
public final class Receiver implements AutoCloseable {
    /** How it answers. */
    public enum Manner {
        /** 200. */
        TAKES,
        /** 500. */
        FAILS,
        /** 302 to itself. */
        REDIRECTS,
        /** Cuts the connection. */
        CLOSES,
        /** Says nothing until it is closed. */
        HANGS,
        /** As robots refuse: 200 with a code. */
        REFUSES
    }

    /** One post. */
    public record Post(URI uri, String type, JsonNode body) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private volatile Manner manner = Manner.TAKES;

    /** Listens on a free port. */
    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Its address, with a token in path and query. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook/path-token?key=query-token";
    }

    /** Answers so from now on. */
    public Receiver manner(Manner other) {
        manner = other;
        return this;
    }

    /** What came in, in order. */
    public List<Post> posts() {
        return List.copyOf(posts);
    }

    /** The bodies' events, those that tell of a recovery with a sign before. */
    public List<String> events() {
        return posts.stream()
                .map(post -> (post.body().path("recovered").asBoolean() ? "+" : "")
                        + post.body().path("event").asText())
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
            posts.add(new Post(exchange.getRequestURI(), type, body));
            switch (manner) {
                case TAKES -> send(exchange, 200, "{\"errcode\":0,\"errmsg\":\"ok\"}");
                case FAILS -> send(exchange, 500, "down");
                case REDIRECTS -> {
                    exchange.getResponseHeaders().set("Location", "/elsewhere");
                    send(exchange, 302, "");
                }
                case REFUSES -> send(exchange, 200, "{\"errcode\":310000,\"errmsg\":\"sign not match\"}");
                case HANGS -> closed.await();
                case CLOSES -> exchange.getRequestBody().close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
