package dev.shuttle.http;

import dev.shuttle.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.pathmap.PathSpec;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.PathMappingsHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server: opened first, so that a taken port is known before anything begins, and started when the routes are. */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final int THREADS = 64;
    private static final long IDLE_MILLIS = 30_000;
    /** For answers that are being written. */
    private static final long STOP_MILLIS = 3_000;

    private static final Answer TO_THE_GALLERY =
            new Answer.Bytes(302, "", new byte[0], Map.of("Location", Pages.PATH + "/"));

    private final Server server;
    private final ServerConnector connector;
    private final Streams streams;

    private HttpServer(Server server, ServerConnector connector, Streams streams) {
        this.server = server;
        this.connector = connector;
        this.streams = streams;
    }

    /**
     * Takes the port.
     *
     * @param outbox what {@code /outbox/} shows; must be there
     * @param router where routes say what they take
     * @throws IOException where the port cannot be had
     */
    public static HttpServer open(Settings.Http settings, Path outbox, Router router) throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
        threads.setName("http");
        threads.setDaemon(true);
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        Streams streams = new Streams();
        router.lead("/", false, Set.of("GET"), call -> call.answer(TO_THE_GALLERY));
        server.setHandler(handler(settings, outbox, router, streams));
        server.setErrorHandler(new Problems());
        server.setStopTimeout(STOP_MILLIS);
        connector.open();
        return new HttpServer(server, connector, streams);
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRelativeRedirectAllowed(true);
        // A percent sign is a good letter in a file's name.
        configuration.setUriCompliance(
                UriCompliance.DEFAULT.with("shuttle", UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING));
        return configuration;
    }

    private static Handler handler(Settings.Http settings, Path outbox, Router router, Streams streams)
            throws IOException {
        Keys keys = settings.token() == null ? null : new Keys(settings.token(), InstantSource.system());
        Pages pages = new Pages(outbox);
        PathMappingsHandler paths = new PathMappingsHandler();
        paths.addMapping(PathSpec.from(Pages.PATH + "/*"), pages);
        paths.addMapping(PathSpec.from(SignIn.PATH), new SignIn(keys));
        paths.addMapping(PathSpec.from(SignIn.OUT), new SignIn(keys));
        paths.addMapping(PathSpec.from("/*"), new Endpoints(router, pages, streams));
        return new GracefulHandler(new Gate(settings, keys, paths));
    }

    /** Begins to answer. */
    public void start() throws Exception {
        server.start();
    }

    /** The port it has. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Ends the event streams, then everything. */
    @Override
    public void close() {
        streams.end();
        connector.close();
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("the server did not stop well: {}", e.toString());
        }
    }
}
