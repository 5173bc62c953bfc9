package dev.shuttle.web.server;

import dev.shuttle.settings.FileErrors;
import dev.shuttle.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.pathmap.PathSpec;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.PathMappingsHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server: opened first, so that a taken port is known before anything begins, and started when the routes are. */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final int THREADS = 64;
    private static final long IDLE_MILLIS = 30_000;
    /** Connections that the system keeps until they are accepted. */
    private static final int ACCEPT_QUEUE = 256;
    /** What the system keeps for a client that does not read; left to itself it takes megabytes for each. */
    private static final int SEND_BUFFER = 256 * 1024;

    /** For answers that are being written. */
    private static final long STOP_MILLIS = 3_000;

    private final Server server;
    private final ServerConnector connector;
    private final Streams streams;
    private final Connections connections;

    private HttpServer(Server server, ServerConnector connector, Streams streams, Connections connections) {
        this.server = server;
        this.connector = connector;
        this.streams = streams;
        this.connections = connections;
    }

    /**
     * Takes the port.
     *
     * @param outbox what {@code /outbox/} shows; must be there
     * @param router where routes say what they take
     * @param mounts further parts
     * @param access who may come in, and how much they may send
     * @throws IOException where the port cannot be had
     */
    public static HttpServer pages(
            Settings.Http settings, Path outbox, Router router, List<Mount> mounts, Access access) throws IOException {
        Pages pages = new Pages(outbox);
        router.register("/", false, Set.of("GET"), call -> call.answer(Answer.to(Pages.PATH + "/")));
        PathMappingsHandler paths = new PathMappingsHandler();
        paths.addMapping(PathSpec.from(Pages.PATH + "/*"), pages);
        return open(settings, paths, pages, router, mounts, access);
    }

    /**
     * Takes a port for operators, who see no pages.
     *
     * @throws IOException where the port cannot be had
     */
    public static HttpServer operators(Settings.Http settings, Router router, List<Mount> mounts, Access access)
            throws IOException {
        Request.Handler noFiles = (request, response, callback) -> {
            Response.writeError(request, response, callback, 404);
            return true;
        };
        return open(settings, new PathMappingsHandler(), noFiles, router, mounts, access);
    }

    private static HttpServer open(
            Settings.Http settings,
            PathMappingsHandler paths,
            Request.Handler files,
            Router router,
            List<Mount> mounts,
            Access access)
            throws IOException {
        Streams streams = new Streams();
        paths.addMapping(PathSpec.from("/*"), new RouterHandler(router, files, streams));
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
        threads.setName("http");
        threads.setDaemon(true);
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.setAcceptedSendBufferSize(SEND_BUFFER);
        Connections connections = new Connections(ClientLimits.USUAL);
        connector.addBean(connections);
        server.addConnector(connector);
        server.setHandler(new PaceHandler(
                connections, ClientLimits.USUAL, access.mostContent(), guarded(settings, paths, mounts, access)));
        server.setErrorHandler(new Problems());
        server.setStopTimeout(STOP_MILLIS);
        connector.open();
        return new HttpServer(server, connector, streams, connections);
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRelativeRedirectAllowed(true);
        configuration.addCustomizer((request, headers) -> Keys.isSecure(request) ? new Secure(request) : request);
        // A percent sign is a good letter in a file's name.
        configuration.setUriCompliance(
                UriCompliance.DEFAULT.with("shuttle", UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING));
        return configuration;
    }

    private static Handler guarded(
            Settings.Http settings, PathMappingsHandler paths, List<Mount> mounts, Access access) {
        Keys keys = settings.token() == null
                ? null
                : new Keys(settings.token(), new Sessions(access.sessions(), settings.token(), InstantSource.system()));
        Guesses guesses = access.guesses();
        Duration form = ClientLimits.USUAL.form();
        paths.addMapping(PathSpec.from(SignIn.PATH), new SignIn(keys, guesses, form));
        paths.addMapping(PathSpec.from(SignIn.OUT), new SignIn(keys, guesses, form));
        mounts.forEach(mount ->
                paths.addMapping(PathSpec.from(mount.path() + "/*"), new BufferedBodyHandler(mount, guesses, form)));
        return new GracefulHandler(new Gate(settings, keys, guesses, mounts, paths));
    }

    /** A request that came to a proxy by TLS: its cookies are marked so. */
    private static final class Secure extends Request.Wrapper {
        Secure(Request request) {
            super(request);
        }

        @Override
        public boolean isSecure() {
            return true;
        }
    }

    /** Begins to answer. */
    public void start() throws Exception {
        server.start();
        connections.begin(connector.getScheduler());
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
            LOG.warn("the server did not stop well: {}", FileErrors.of(e));
        }
    }

    /** Passes each request to the handler that is registered for it. */
    private static final class RouterHandler extends Handler.Abstract {
        private final Router router;
        private final Request.Handler files;
        private final Streams streams;

        RouterHandler(Router router, Request.Handler files, Streams streams) {
            this.router = router;
            this.files = files;
            this.streams = streams;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            Router.Found found = router.find(request.getMethod(), Request.getPathInContext(request));
            // A picture may take minutes; that the connection is silent meanwhile is no fault.
            request.addIdleTimeoutListener(idle -> false);
            found.handler()
                    .accept(new Call(
                            request, new Writer(request, response, callback, files, streams), found.parameters()));
            return true;
        }
    }

    /**
     * Who may come in, and how much they may send.
     *
     * @param guesses counts wrong tokens and passwords
     * @param sessions file where signed-in browsers are kept over a restart
     * @param maxFileSize bytes of the longest upload
     */
    public record Access(Guesses guesses, Path sessions, long maxFileSize) {
        /** Room for a form's headers, its texts and what is only checked by the form's handler. */
        private static final long AROUND = 4L * 1024 * 1024;

        long mostContent() {
            return maxFileSize + AROUND;
        }
    }
}
