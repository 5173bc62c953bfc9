package dev.shuttle.emulator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on 127.0.0.1 only; every connection has a daemon thread of its own. */
public final class Listener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

    private final ServerSocket server;
    private final Handler handler;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads;

    private Listener(ServerSocket server, Handler handler) {
        this.server = server;
        this.handler = handler;
        AtomicInteger count = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "emulator-" + server.getLocalPort() + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts to listen.
     *
     * @param port 0 for any free port
     * @throws UncheckedIOException when the port is taken
     */
    public static Listener start(int port, Handler handler) {
        try {
            ServerSocket server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 200);
            Listener listener = new Listener(server, handler);
            listener.threads.execute(listener::accept);
            return listener;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    /** The port in use. */
    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                hand(server.accept());
            } catch (IOException stopped) {
                LOG.debug("no longer accepting: {}", stopped.toString());
            }
        }
    }

    /** A connection accepted while {@link #close} runs finds no thread any more: it is closed here, not left hanging. */
    private void hand(Socket socket) {
        try {
            threads.execute(() -> serve(socket));
        } catch (RejectedExecutionException closed) {
            quietly(socket);
        }
    }

    private void serve(Socket socket) {
        open.add(socket);
        try {
            if (server.isClosed()) {
                quietly(socket);
            }
            new Connection(socket, handler, closing).run();
        } finally {
            open.remove(socket);
        }
    }

    /** Stops listening and closes every connection, whatever is under way on it. */
    @Override
    public void close() {
        closing.countDown();
        quietly(server);
        open.forEach(Listener::quietly);
        threads.shutdown();
    }

    private static void quietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception already) {
            LOG.debug("closing: {}", already.toString());
        }
    }

    /** What answers requests; called from many threads at once. */
    @FunctionalInterface
    public interface Handler {
        /** The answer to this request. */
        Answer answer(Request request);
    }
}
